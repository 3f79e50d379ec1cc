package org.redress.intake.completeness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.redress.contract.intake.EvidenceKind;

/** Which kinds of evidence came in on a complaint. */
@ApplicationScoped
class EvidenceKindRepository {
    private final Jdbi jdbi;

    EvidenceKindRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Set<EvidenceKind> of(UUID complaintId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct document ->> 'kind' from case_part
                         where complaint_id = :id and kind = 'EVIDENCE'""")
                .bind("id", complaintId)
                .mapTo(String.class)
                .collect(Collectors.mapping(EvidenceKind::valueOf, Collectors.toSet())));
    }
}
