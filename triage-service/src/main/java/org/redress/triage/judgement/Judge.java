package org.redress.triage.judgement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Judges a statement by the rules of a lexicon (R20, R22). Deterministic, linear in the text, thread safe.
 *
 * <p>Each rule that applies speaks for its category with its weight; what the text leads with counts more; the chosen
 * category counts as a prior. The category with the most wins, ties go to the graver one (the order of
 * {@link Category}). Severity is the worst that an applying rule of the winner, or a rule of no category, asks for.
 */
public final class Judge {

    private static final double BASE_OF_OTHER = 1.0;
    private static final double PRIOR = 1.5;
    private static final int LEAD = 60;
    private static final double LEAD_BONUS = 0.5;
    private static final int REASONS_SHOWN = 8;

    private final Lexicon lexicon;

    public Judge(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Judges {@code statement}; always yields a judgement, {@link Category#OTHER} and NORMAL if nothing is recognised. */
    public Judgement judge(Statement statement) {
        FoldedText text = FoldedText.of(statement.description());
        Findings findings = lexicon.findIn(text);
        Circumstance.addTo(findings, statement, text);
        List<Rule> spoken = lexicon.rules().stream()
                .filter(rule -> rule.category() != null && rule.appliesTo(findings))
                .toList();
        Map<Category, Double> scores =
                scores(statement, spoken, findings, text.value().length());
        Category winner = best(scores);
        Circumstance.addWinner(findings, winner);
        List<Rule> decisive = new ArrayList<>(spoken.stream()
                .filter(rule -> rule.category() == winner && rule.weight() > 0)
                .sorted(Comparator.comparingDouble(Rule::weight).reversed())
                .toList());
        lexicon.rules().stream()
                .filter(rule -> rule.category() == null && rule.appliesTo(findings))
                .forEach(decisive::add);
        return judgement(statement, findings, decisive, winner, confidence(scores, winner));
    }

    private static Judgement judgement(
            Statement statement, Findings findings, List<Rule> decisive, Category winner, double confidence) {
        Severity severity = decisive.stream().map(Rule::severity).reduce(Severity.NORMAL, Severity::max);
        Set<Liability> liability = EnumSet.noneOf(Liability.class);
        decisive.forEach(rule -> liability.addAll(rule.liability()));
        if (liability.isEmpty()) {
            liability.add(Liability.UNDETERMINED);
        }
        List<Reason> reasons = new ArrayList<>();
        decisive.stream()
                .sorted(Comparator.comparing(Rule::severity).reversed())
                .limit(REASONS_SHOWN)
                .forEach(rule -> reasons.add(new Reason(rule.name(), findings.wordsFor(rule))));
        return new Judgement(
                winner, severity, confidence, List.copyOf(liability), Circumstance.isMicro(statement), reasons);
    }

    private static Map<Category, Double> scores(Statement statement, List<Rule> spoken, Findings findings, int length) {
        Map<Category, Double> scores = new EnumMap<>(Category.class);
        scores.put(Category.OTHER, BASE_OF_OTHER);
        if (statement.chosen() != null) {
            scores.merge(statement.chosen(), PRIOR, Double::sum);
        }
        for (Rule rule : spoken) {
            double bonus = firstPlace(rule, findings) < LEAD ? 1 + LEAD_BONUS : length > 3 * LEAD ? 0.7 : 1;
            scores.merge(Objects.requireNonNull(rule.category()), rule.weight() * bonus, Double::sum);
        }
        return scores;
    }

    /** Where the last of the rule's words first stands: the rule is complete only there. */
    private static int firstPlace(Rule rule, Findings findings) {
        int last = 0;
        for (Rule.Condition condition : rule.when()) {
            if (!condition.absent()) {
                int first = condition.anyOf().stream()
                        .mapToInt(findings::firstPlace)
                        .min()
                        .orElse(0);
                last = Math.max(last, first);
            }
        }
        return last;
    }

    private static Category best(Map<Category, Double> scores) {
        Category best = Category.OTHER;
        for (Map.Entry<Category, Double> entry : scores.entrySet()) {
            if (entry.getValue() > scores.getOrDefault(best, 0.0)) {
                best = entry.getKey();
            }
        }
        return best;
    }

    /** The winner's share against the runner-up, from a half (a tie) to nearly one. */
    private static double confidence(Map<Category, Double> scores, Category winner) {
        double first = scores.getOrDefault(winner, 0.0);
        double second = scores.entrySet().stream()
                .filter(entry -> entry.getKey() != winner)
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(0);
        double lead = first - Math.max(0, second);
        return Math.round(100 * (1 - 0.65 * Math.exp(-lead / 3.0))) / 100.0;
    }
}
