package org.redress.sla.complaint;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.sla.clock.ClockChanges;
import org.redress.sla.setaside.SetAside;

/**
 * What computing a complaint came to.
 *
 * @param complaint as it stands now
 * @param changes what is to be stored of its clocks and told
 * @param setAside why it could not be computed; null when it could, or has no policy
 */
record Computed(
        Complaint complaint, ClockChanges changes, @Nullable SetAside setAside) {
    private static final ClockChanges NONE = new ClockChanges(List.of(), List.of(), List.of(), List.of());

    static Computed timed(Complaint complaint, ClockChanges changes) {
        return new Computed(complaint, changes, null);
    }

    static Computed withoutPolicy(Complaint complaint) {
        return new Computed(complaint.standing(Standing.NO_POLICY), NONE, null);
    }

    static Computed failed(Complaint complaint, SetAside why) {
        return new Computed(complaint.standing(Standing.SET_ASIDE), NONE, why);
    }
}
