package org.redress.intake.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.redress.contract.intake.EvidenceKind;

/** What is there already, so that nobody is asked for it again (R14). */
final class HeldMaterial {
    private HeldMaterial() {}

    /**
     * The items that ask for what came in already, for what the platform has told, or for what is the platform's own to supply.
     *
     * @param items what is asked for, in the order of the request
     * @param told what the platform itself holds and has told
     */
    static List<Outcome.Refused.Wrong> among(List<RequestItem> items, Case before, Set<EvidenceKind> told) {
        Set<EvidenceKind> there = before.all(Part.Evidence.class).stream()
                .map(Part.Evidence::kind)
                .collect(Collectors.toSet());
        there.addAll(told);
        there.add(EvidenceKind.PLATFORM_RECORD);
        // There is always something else to ask for.
        there.remove(EvidenceKind.OTHER);
        List<Outcome.Refused.Wrong> needless = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            EvidenceKind kind = items.get(i).kind();
            if (kind != null && there.contains(kind)) {
                needless.add(new Outcome.Refused.Wrong("/items/" + i + "/kind", kind.name()));
            }
        }
        return needless;
    }
}
