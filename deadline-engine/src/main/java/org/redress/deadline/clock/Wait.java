package org.redress.deadline.clock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.counting.Counting;
import org.redress.deadline.policy.PauseReason;

/**
 * A time during which the complaint waited for somebody, whatever clock that pauses; {@code [from, to)} in epoch seconds.
 *
 * @param to {@link Counting#NEVER} while nothing is known to end it
 * @param by who opened it, as far as the event says
 */
record Wait(
        PauseReason reason, long from, long to, @Nullable String by) {

    /** All waits of a complaint, each ending at the latest when its goods expire. */
    static List<Wait> of(List<CaseEvent> ordered, @Nullable Instant goodsExpireAt) {
        List<Wait> waits = new ArrayList<>();
        for (PauseReason reason : PauseReason.values()) {
            for (int i = 0; i < ordered.size(); i++) {
                CaseEvent opener = ordered.get(i);
                if (opener.type() == reason.opener()) {
                    long end = Math.min(end(reason, opener, ordered, i), seconds(goodsExpireAt));
                    waits.add(new Wait(
                            reason,
                            opener.at().getEpochSecond(),
                            end,
                            opener.details().by()));
                }
            }
        }
        waits.removeIf(wait -> wait.to <= wait.from);
        return waits;
    }

    private static long end(PauseReason reason, CaseEvent opener, List<CaseEvent> ordered, int index) {
        long due = reason.endsAtDue() ? seconds(opener.details().dueAt()) : Counting.NEVER;
        for (CaseEvent event : ordered.subList(index + 1, ordered.size())) {
            if (reason.endsWith(event.type()) && isAbout(event, opener)) {
                return Math.min(due, event.at().getEpochSecond());
            }
        }
        return due;
    }

    /** An answer that names another referral doesn't end this one; one that names nothing ends all. */
    private static boolean isAbout(CaseEvent event, CaseEvent opener) {
        String key = event.details().key();
        String mine = opener.details().key();
        return event.type() == EventType.DECISION_ISSUED || key == null || mine == null || key.equals(mine);
    }

    private static long seconds(@Nullable Instant moment) {
        return moment == null || !moment.isBefore(History.LATEST) ? Counting.NEVER : moment.getEpochSecond();
    }
}
