package org.redress.triage.judgement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is known besides the words: sums, spans and the category that won, as signals that rules can ask for. */
final class Circumstance {

    /** The money field names much money. */
    static final String AMOUNT_LARGE = "amount-large";
    /** The money field names next to nothing (R55). */
    static final String AMOUNT_MICRO = "amount-micro";
    /** The text names a large sum. */
    static final String SUM_LARGE = "sum-large";
    /** The text names a span of a week or more. */
    static final String WEEK_OR_MORE = "week-or-more";

    private static final String WINNER = "is:";

    /** About 2,000 CNY (requirements: URGENT from there on) in the currencies of the platforms' customers. */
    private static final Map<String, BigDecimal> LARGE = Map.of(
            "CNY", new BigDecimal("2000"),
            "USD", new BigDecimal("280"),
            "EUR", new BigDecimal("250"),
            "GBP", new BigDecimal("210"),
            "HKD", new BigDecimal("2200"),
            "TWD", new BigDecimal("8800"),
            "JPY", new BigDecimal("42000"));

    private static final BigDecimal MICRO_CNY = BigDecimal.TEN;
    private static final int WEEK = 7;

    private Circumstance() {}

    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(AMOUNT_LARGE, AMOUNT_MICRO, SUM_LARGE, WEEK_OR_MORE));
        for (Category category : Category.values()) {
            names.add(WINNER + category.name());
        }
        return names;
    }

    static boolean isMicro(Statement statement) {
        return statement.amount() != null
                && "CNY".equals(statement.currency())
                && statement.amount().compareTo(MICRO_CNY) <= 0;
    }

    /** Adds what the fields and figures say. */
    static void addTo(Findings findings, Statement statement, FoldedText text) {
        BigDecimal large = statement.currency() == null ? null : LARGE.get(statement.currency());
        if (statement.amount() != null && large != null && statement.amount().compareTo(large) >= 0) {
            findings.add(AMOUNT_LARGE, "", 0);
        }
        if (isMicro(statement)) {
            findings.add(AMOUNT_MICRO, "", 0);
        }
        Quantities quantities = Quantities.in(text);
        if (quantities.largestSum().compareTo(LARGE.getOrDefault("CNY", BigDecimal.ZERO)) >= 0) {
            findings.add(SUM_LARGE, quantities.largestSum().toPlainString(), 0);
        }
        if (quantities.longestDays() >= WEEK) {
            findings.add(WEEK_OR_MORE, "", 0);
        }
    }

    static void addWinner(Findings findings, Category category) {
        findings.add(WINNER + category.name(), "", 0);
    }
}
