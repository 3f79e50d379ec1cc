package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.service.problem.ProblemException;
import org.redress.sla.wording.Wording;

/** From when on an activated version may hold. Never from the past: complaints that are filed keep what they were promised. */
@ApplicationScoped
class ActivationTime {
    /** A caller's clock may be that slow: what is asked for so little in the past takes effect now. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final Duration AHEAD_AT_MOST = Duration.ofDays(3653);

    private final Wording wording;

    ActivationTime(Wording wording) {
        this.wording = wording;
    }

    /**
     * The time that was asked for, or now.
     *
     * @param asked null: now
     * @throws ProblemException 422 when it lies too far back, or more than ten years ahead
     */
    Instant of(@Nullable Instant asked, Instant now) {
        if (asked == null || !asked.isAfter(now)) {
            if (asked != null && asked.isBefore(now.minus(GRACE))) {
                throw ProblemException.invalid(List.of(wording.of("/activeFrom", "range", "activeFrom.past")));
            }
            return now;
        }
        if (asked.isAfter(now.plus(AHEAD_AT_MOST))) {
            throw ProblemException.invalid(List.of(wording.of("/activeFrom", "range", "activeFrom.far")));
        }
        return asked;
    }
}
