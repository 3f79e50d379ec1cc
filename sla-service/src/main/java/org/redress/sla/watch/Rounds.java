package org.redress.sla.watch;

import java.time.Duration;
import java.util.UUID;
import org.redress.sla.setaside.SetAside;
import org.redress.sla.setaside.SetAsideComplaints;

/**
 * Rounds until nothing is left to claim. A round that fails because of a complaint's own data is done again complaint by
 * complaint, so that only that one is set aside. Thread safe.
 */
final class Rounds {
    private final FireDueLevels fire;
    private final SetAsideComplaints setAside;
    private final WatchMetrics metrics;
    private final int limit;

    /** Rounds that claim at most {@code limit} complaints each. */
    Rounds(FireDueLevels fire, SetAsideComplaints setAside, WatchMetrics metrics, int limit) {
        this.fire = fire;
        this.setAside = setAside;
        this.metrics = metrics;
        this.limit = limit;
    }

    /**
     * Fires one set.
     *
     * @throws RoundFailed when it failed for reasons that may pass; nothing of it happened
     */
    Result one() {
        long start = System.nanoTime();
        try {
            Round round = fire.next(limit);
            if (round.claimed() > 0) {
                metrics.fired(round.fired(), Duration.ofNanos(System.nanoTime() - start));
            }
            return result(round.claimed());
        } catch (RoundFailed failed) {
            if (Failures.mayPass(failed)) {
                throw failed;
            }
            failed.claimed().forEach(this::alone);
            return result(failed.claimed().size());
        }
    }

    /** What a round leaves. */
    enum Result {
        /** Nothing was due, or others hold what is. */
        NOTHING,
        /** Less than a full set: all that was due. */
        ALL,
        /** A full set: there may be more. */
        MAYBE_MORE
    }

    private Result result(int claimed) {
        if (claimed == 0) {
            return Result.NOTHING;
        }
        return claimed < limit ? Result.ALL : Result.MAYBE_MORE;
    }

    private void alone(UUID complaintId) {
        try {
            long start = System.nanoTime();
            metrics.fired(fire.only(complaintId).fired(), Duration.ofNanos(System.nanoTime() - start));
        } catch (RoundFailed failed) {
            if (Failures.mayPass(failed)) {
                throw failed;
            }
            setAside.alone(SetAside.alone(complaintId, SetAside.Stage.FIRE, failed));
        }
    }
}
