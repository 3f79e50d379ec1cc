package org.redress.triage.judgement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words, their nearness and the rules of one version. Immutable, thread safe.
 *
 * <p>Read from three tab-separated tables, so that a change is one line in a diff: signals (signal, language, terms
 * between bars), nearness (signal, NEAR or CANCEL, first, then, within) and rules (name, category, weight, severity,
 * liability, conditions). In a condition {@code a|b} asks for one of both, {@code !a|b} for neither.
 */
public final class Lexicon {

    private static final String NONE = "-";

    private final TextScan scan;
    private final List<Rule> rules;

    private Lexicon(TextScan scan, List<Rule> rules) {
        this.scan = scan;
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads a lexicon.
     *
     * @throws IllegalArgumentException if a line can't be read or a rule asks for a signal that nothing yields; the
     *     message names the line
     */
    public static Lexicon read(List<String> signals, List<String> nearness, List<String> rules) {
        List<Term> terms = new ArrayList<>();
        rows(signals, 3).forEach(row -> terms.addAll(terms(row)));
        List<Nearness> near = rows(nearness, 5).stream().map(Lexicon::nearness).toList();
        List<Rule> read = rows(rules, 6).stream().map(Lexicon::rule).toList();
        checkSignals(terms, near, read);
        return new Lexicon(new TextScan(terms, near), read);
    }

    Findings findIn(FoldedText text) {
        return scan.findIn(text);
    }

    List<Rule> rules() {
        return rules;
    }

    /** The names of all rules, for whoever must have a text for each. */
    public List<String> ruleNames() {
        return rules.stream().map(Rule::name).toList();
    }

    private static List<String[]> rows(List<String> lines, int columns) {
        List<String[]> rows = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] row = line.split("\t", -1);
            if (row.length != columns) {
                throw new IllegalArgumentException("not " + columns + " columns: " + line);
            }
            rows.add(row);
        }
        return rows;
    }

    private static List<Term> terms(String[] row) {
        List<Term> terms = new ArrayList<>();
        for (String written : row[2].split("\\|")) {
            String term = written.strip();
            boolean open = term.endsWith("*");
            String text = FoldedText.of(open ? term.substring(0, term.length() - 1) : term)
                    .value();
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty term in the signal " + row[0]);
            }
            terms.add(new Term(text, row[0], open));
        }
        return terms;
    }

    private static Nearness nearness(String[] row) {
        return new Nearness(row[0], Nearness.Kind.valueOf(row[1]), row[2], row[3], Integer.parseInt(row[4]));
    }

    private static Rule rule(String[] row) {
        List<Rule.Condition> when = new ArrayList<>();
        for (String condition : row[5].strip().split(" +")) {
            boolean absent = condition.startsWith("!");
            when.add(new Rule.Condition(List.of((absent ? condition.substring(1) : condition).split("\\|")), absent));
        }
        List<Liability> liability = row[4].equals(NONE)
                ? List.of()
                : List.of(row[4].split(" ")).stream().map(Liability::valueOf).toList();
        Severity severity = row[3].equals(NONE) ? Severity.NORMAL : Severity.valueOf(row[3]);
        return new Rule(row[0], category(row[1]), Double.parseDouble(row[2]), severity, liability, when);
    }

    private static @Nullable Category category(String cell) {
        return cell.equals(NONE) ? null : Category.valueOf(cell);
    }

    private static void checkSignals(List<Term> terms, List<Nearness> nearness, List<Rule> rules) {
        Set<String> known = new HashSet<>(Circumstance.names());
        terms.forEach(term -> known.add(term.signal()));
        nearness.forEach(near -> known.add(near.signal()));
        for (Rule rule : rules) {
            for (Rule.Condition condition : rule.when()) {
                for (String signal : condition.anyOf()) {
                    if (!known.contains(signal)) {
                        throw new IllegalArgumentException("the rule " + rule.name() + " asks for " + signal);
                    }
                }
            }
        }
    }
}
