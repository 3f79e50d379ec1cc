package org.redress.intake.verification;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.chain.ChainedEntry;
import org.redress.intake.chain.Flaw;
import org.redress.intake.order.OrderHash;

/** Compares what is recorded of evidence and of the platform's order with what the timeline says of them. */
@ApplicationScoped
class RecordCheck {
    private final RecordRepository records;
    private final ObjectMapper json;

    RecordCheck(RecordRepository records, ObjectMapper json) {
        this.records = records;
        this.json = json;
    }

    /**
     * The first entry whose record is gone or another; or the complaint's first, if something is recorded that no entry
     * names. Entries are read before the record is: what comes in between is there.
     */
    Optional<Flaw> check(UUID complaintId, List<ChainedEntry> entries, List<EvidenceRow> evidence) {
        for (ChainedEntry entry : entries) {
            Flaw.Kind wrong = entry.content().kind().equals(EvidenceCheck.KIND) ? wrong(entry, evidence) : null;
            if (wrong != null) {
                return Optional.of(Flaw.evidence(wrong, entry.position()));
            }
        }
        if (evidence.stream().anyMatch(row -> !row.named())) {
            return Optional.of(Flaw.evidence(Flaw.Kind.EVIDENCE_CHANGED, 1));
        }
        return order(complaintId);
    }

    private Flaw.@Nullable Kind wrong(ChainedEntry entry, List<EvidenceRow> evidence) {
        Map<String, Object> data = EntryData.of(entry, json);
        if (!data.containsKey("evidenceId")) {
            return null;
        }
        Optional<EvidenceRow> there =
                evidence.stream().filter(row -> row.isNamedBy(data)).findFirst();
        if (there.isEmpty()) {
            return Flaw.Kind.EVIDENCE_MISSING;
        }
        return there.get().saysTheSame(data, entry.content().actor()) ? null : Flaw.Kind.EVIDENCE_CHANGED;
    }

    private Optional<Flaw> order(UUID complaintId) {
        return records.order(complaintId)
                .filter(order -> !order.told().equals(order.recorded()) || !OrderHash.isOf(order.facts(), order.told()))
                .map(order -> Flaw.order(order.position()));
    }
}
