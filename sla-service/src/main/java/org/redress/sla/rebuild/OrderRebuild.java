package org.redress.sla.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.redress.service.id.Ids;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Orders and cancels rebuilds. */
@ApplicationScoped
class OrderRebuild {
    private final RebuildRepository rebuilds;

    OrderRebuild(RebuildRepository rebuilds) {
        this.rebuilds = rebuilds;
    }

    /**
     * Orders one.
     *
     * @throws ProblemException 422 when it asks for a complaint and for all platforms, 404 when the complaint is absent or
     *     another platform's
     */
    @Transactional
    Rebuild order(RebuildRequest asked, String platform, String by) {
        if (asked.complaintId() != null && asked.ofAllPlatforms()) {
            throw ProblemException.invalid(new FieldError("/allPlatforms", "value", "not together with a complaint"));
        }
        if (asked.complaintId() != null && !rebuilds.knows(asked.complaintId(), platform)) {
            throw ProblemException.notFound();
        }
        UUID id = Ids.next();
        rebuilds.add(id, platform, by, asked);
        return rebuilds.find(id, platform).orElseThrow();
    }

    /**
     * Cancels one; what it has done stays done.
     *
     * @throws ProblemException 404 when it is absent or another platform's, 409 when it has ended
     */
    @Transactional
    Rebuild cancel(UUID id, String platform) {
        if (rebuilds.find(id, platform).isEmpty()) {
            throw ProblemException.notFound();
        }
        if (!rebuilds.end(id, "CANCELLED")) {
            throw ProblemException.conflict("it has ended already");
        }
        return rebuilds.find(id, platform).orElseThrow();
    }
}
