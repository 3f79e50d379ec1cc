package org.redress.deadline.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.counting.Segment;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.RuleChoice;
import org.redress.deadline.policy.Target;

/**
 * One deadline of one complaint, as of a moment. Metric, key and cycle name it within its complaint.
 *
 * @param key which remedy, freeze, commitment, appeal or referral it is about, or empty
 * @param cycle 1 for the first such clock, rising
 * @param rule the rule in force, or the last one before the clock was cancelled for want of one
 * @param target what is counted; of a commitment, the time to the promised moment
 * @param startedAt with its sub-second part
 * @param dueAt in whole seconds; null while the clock is paused and nothing is known to end that
 * @param metAt when it was met, be it late
 * @param cancelledAt when it ended without being met
 * @param breachedAt dueAt of a breached clock, also once it is met late or cancelled; never set on a window
 * @param lapsedAt dueAt of a window that passed
 * @param levels by time
 * @param pauses ascending, apart from each other, within the rule's cap
 * @param segments from start to due without gaps, or to the moment asked about while there is no due;
 *     worked out when first looked at
 */
public record Clock(
        Metric metric,
        String key,
        int cycle,
        ClockState state,
        RuleChoice rule,
        Target target,
        EventType startedBy,
        Instant startedAt,
        @Nullable Instant dueAt,
        @Nullable Instant metAt,
        @Nullable Instant cancelledAt,
        @Nullable Instant breachedAt,
        @Nullable Instant lapsedAt,
        List<ClockLevel> levels,
        List<ClockPause> pauses,
        List<Segment> segments,
        List<Remark> remarks) {

    /** Copies the lists, but for one that never changes anyway. */
    public Clock {
        levels = List.copyOf(levels);
        pauses = List.copyOf(pauses);
        segments = segments instanceof Explanation ? segments : List.copyOf(segments);
        remarks = List.copyOf(remarks);
    }

    /** When it was met or cancelled, or null while it is open. */
    public @Nullable Instant endedAt() {
        return metAt != null ? metAt : cancelledAt;
    }

    /** Whether it is neither met nor cancelled. A breached clock stays open until then. */
    public boolean open() {
        return endedAt() == null;
    }
}
