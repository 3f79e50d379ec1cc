package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.LifecycleTable;
import org.redress.intake.lifecycle.LifecycleTable.Cell;
import org.redress.intake.lifecycle.Outcome;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/** Holds a case for an act that changes nothing on the case itself but is bound to it as commands are. */
@ApplicationScoped
public class HoldCase {
    private final CaseRepository cases;

    HoldCase(CaseRepository cases) {
        this.cases = cases;
    }

    /**
     * Locks the complaint's row until the running transaction ends.
     *
     * @param like the command that is accepted wherever this act is
     * @param ifMatch the {@code If-Match} header, null for none
     * @throws ProblemException 404 if the viewer has no such complaint, 412 if it has changed since
     * @throws RefusedCommandException if the case stands where that command is refused
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID complaintId, HandViewer hand, Act like, @Nullable String ifMatch) {
        var found = cases.lock(complaintId, hand.viewer()).orElseThrow(ProblemException::notFound);
        if (ifMatch != null && !IfMatch.accepts(ifMatch, found.version())) {
            throw new ProblemException(ProblemCode.STALE);
        }
        if (LifecycleTable.cell(like, found.record().status()) instanceof Cell.Refused refused) {
            var why = new Outcome.Refused(refused.why(), null, List.of(), List.of());
            throw new RefusedCommandException(why, found.record().status(), found.tag());
        }
    }
}
