package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.sla.policy.PolicyAnswers.CopyRequest;

/** Stores the rules of a version as the next version: to go back to them, or to have them count by a newer calendar. */
@ApplicationScoped
class CopyPolicy {
    private final PolicyVersionRepository versions;
    private final PolicyRequests reading;
    private final CreatePolicy create;

    CopyPolicy(PolicyVersionRepository versions, PolicyRequests reading, CreatePolicy create) {
        this.versions = versions;
        this.reading = reading;
        this.create = create;
    }

    /**
     * Copies.
     *
     * @throws ProblemException 404 when there is no such version, 422 when its rules are not right by today's calendar
     */
    @Transactional
    StoredPolicy copy(String platform, int version, CopyRequest request, String by) {
        StoredPolicy stored = versions.find(platform, version).orElseThrow(ProblemException::notFound);
        Map<String, Object> document = PolicyDocuments.map(stored.document());
        document.remove("version");
        if (request.draft() != null) {
            document.put("draft", request.draft());
        }
        if (request.activeFrom() != null) {
            document.put("activeFrom", request.activeFrom().toString());
        }
        List<FieldError> errors = new ArrayList<>();
        return create.create(
                reading.asked(document, platform, errors).orElseThrow(() -> ProblemException.invalid(errors)), by);
    }
}
