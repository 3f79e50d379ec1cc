package org.redress.intake.remedy;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.redress.intake.lifecycle.Amount;
import org.redress.intake.lifecycle.Part;
import org.redress.intake.lifecycle.RemedyState;
import org.redress.intake.remedy.RemedyLedgerView.TotalView;

/** Sums of a ledger, exact, never across currencies. */
final class Totals {
    private static final Set<RemedyState> CARRIED_OUT = EnumSet.of(RemedyState.EXECUTED, RemedyState.CONFIRMED);
    private static final Set<RemedyState> OPEN =
            EnumSet.of(RemedyState.ORDERED, RemedyState.DISPUTED, RemedyState.RECALLED);

    private Totals() {}

    /** One entry a currency, by its code. */
    static List<TotalView> of(List<Part.Remedy> remedies) {
        Map<String, List<Part.Remedy>> byCurrency = remedies.stream()
                .filter(remedy -> remedy.currency() != null)
                .collect(Collectors.groupingBy(
                        remedy -> Objects.requireNonNull(remedy.currency()), TreeMap::new, Collectors.toList()));
        return byCurrency.entrySet().stream()
                .map(entry -> new TotalView(
                        entry.getKey(),
                        sum(entry, EnumSet.complementOf(EnumSet.of(RemedyState.CANCELLED))),
                        sum(entry, CARRIED_OUT),
                        sum(entry, EnumSet.of(RemedyState.CONFIRMED)),
                        sum(entry, OPEN)))
                .toList();
    }

    private static String sum(Map.Entry<String, List<Part.Remedy>> remedies, Set<RemedyState> states) {
        BigDecimal sum = remedies.getValue().stream()
                .filter(remedy -> states.contains(remedy.state()))
                .map(Part.Remedy::amount)
                .filter(Objects::nonNull)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Amount(sum, Currency.getInstance(remedies.getKey())).text();
    }
}
