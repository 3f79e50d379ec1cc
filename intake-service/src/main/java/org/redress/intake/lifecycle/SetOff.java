package org.redress.intake.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a decision grants, less what earlier ones have brought already. A decision that comes of an appeal says what is due in
 * all, so what was carried out counts towards it: of a refund of 100, with 60 carried out, 40 are ordered. What is taken back
 * and may have been carried out counts in every decision; should the platform not have done it, the missing part is ordered
 * then. So nothing is ever paid twice, and nothing is left out. For one decision and one thread.
 */
final class SetOff {
    private final Change change;
    private final UUID decisionId;
    private final List<Part.Remedy> counted;

    /**
     * Sets off against what stands now.
     *
     * @param ofAnAppeal whether the decision says what is due in all
     */
    SetOff(Change change, UUID decisionId, boolean ofAnAppeal) {
        this.change = change;
        this.decisionId = decisionId;
        this.counted = new ArrayList<>(change.current().all(Part.Remedy.class).stream()
                .filter(remedy -> remedy.state() == RemedyState.RECALLED || (ofAnAppeal && carriedOut(remedy)))
                .toList());
        // What an earlier decision would have had ordered instead is this decision's to say now.
        counted.stream().filter(remedy -> remedy.instead() != null).forEach(remedy -> change.put(remedy.orElse(null)));
    }

    /** What a decision would have had ordered instead of what is taken back is ordered for the one that upholds it. */
    static void takeOver(Change change, UUID upheld, UUID decisionId) {
        for (Part.Remedy remedy : change.current().all(Part.Remedy.class)) {
            Part.Instead instead = remedy.instead();
            if (instead != null && instead.decisionId().equals(upheld)) {
                change.put(remedy.orElse(instead.of(decisionId)));
            }
        }
    }

    private static boolean carriedOut(Part.Remedy remedy) {
        return remedy.state() == RemedyState.EXECUTED || remedy.state() == RemedyState.CONFIRMED;
    }

    /** Orders what is missing of it. */
    void order(RemedyOrder granted) {
        Amount missing = granted.money();
        for (Part.Remedy remedy : List.copyOf(counted)) {
            if (!Granting.ofOneKind(remedy, granted) || (missing != null && missing.isZero())) {
                continue;
            }
            counted.remove(remedy);
            if (missing == null) {
                hold(remedy, null, granted);
                return;
            }
            missing = missing.minus(set(remedy, missing, granted));
        }
        if (missing == null) {
            Rulings.order(change, granted, decisionId);
        } else if (!missing.isZero()) {
            Rulings.order(change, granted.of(missing), decisionId);
        }
    }

    /** How much of what is missing a remedy brings; what is left of it counts towards the next of its kind. */
    private Amount set(Part.Remedy remedy, Amount missing, RemedyOrder granted) {
        Amount brought = remedy.order().money();
        if (brought == null) {
            throw new IllegalStateException("a remedy of money without an amount");
        }
        Amount used = brought.atMost(missing);
        hold(remedy, used, granted);
        Amount left = brought.minus(used);
        if (!left.isZero()) {
            counted.add(remedy.of(left));
        }
        return used;
    }

    private void hold(Part.Remedy remedy, @Nullable Amount used, RemedyOrder granted) {
        if (remedy.state() == RemedyState.RECALLED) {
            Part.Remedy whole =
                    change.current().find(Part.Remedy.class, remedy.id()).orElseThrow();
            String amount = used == null ? null : used.text();
            change.put(whole.orElse(new Part.Instead(decisionId, amount, granted.dueAt(), whole.instead())));
        }
    }
}
