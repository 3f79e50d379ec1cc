package org.redress.sla.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.redress.sla.clock.ClockView.RemarkView;

/**
 * What is odd about a complaint's events beyond what the engine says: told ahead of their time, missing, numbered twice. Only
 * remarked on: the clocks follow what is known.
 */
final class OddEvents {
    private OddEvents() {}

    static List<RemarkView> of(List<KeptFact> facts, List<Numbering> numberings) {
        List<RemarkView> remarks = new ArrayList<>();
        for (KeptFact kept : facts) {
            remark(kept, KeptFact::isAhead, "AHEAD_OF_RECEIPT", "counted as of its receipt at " + kept.receivedAt())
                    .ifPresent(remarks::add);
            remark(kept, odd -> odd.fact().hasOddService(), "IMPLAUSIBLE_SERVICE", "counted as served when decided")
                    .ifPresent(remarks::add);
        }
        for (Numbering of : numberings) {
            if (of.numbers() < of.last()) {
                remarks.add(new RemarkView(
                        "MISSING_EVENTS",
                        of.source() + ": " + (of.last() - of.numbers()) + " of " + of.last() + " not heard of"));
            }
            if (of.numbers() < of.events()) {
                remarks.add(new RemarkView(
                        "NUMBERED_TWICE", of.source() + ": " + of.events() + " events, " + of.numbers() + " numbers"));
            }
        }
        return remarks;
    }

    private static Optional<RemarkView> remark(KeptFact kept, Predicate<KeptFact> odd, String code, String text) {
        return odd.test(kept)
                ? Optional.of(new RemarkView(
                        code,
                        kept.fact().type().wireName() + " at " + kept.fact().at() + ": " + text))
                : Optional.empty();
    }
}
