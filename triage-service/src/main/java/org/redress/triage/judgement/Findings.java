package org.redress.triage.judgement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The signals found in one text, with the words that showed them and where each first stands. Not thread safe. */
final class Findings {

    private static final int WORDS_SHOWN = 5;

    private final Map<String, Found> bySignal = new TreeMap<>();

    /** Notes a find; only the first few distinct words are kept for the reasons. */
    void add(String signal, String words, int start) {
        bySignal.computeIfAbsent(signal, name -> new Found(start, new LinkedHashSet<>()))
                .note(words);
    }

    boolean has(String signal) {
        return bySignal.containsKey(signal);
    }

    /** The first place of {@code signal}, or {@link Integer#MAX_VALUE}. */
    int firstPlace(String signal) {
        Found found = bySignal.get(signal);
        return found == null ? Integer.MAX_VALUE : found.start();
    }

    /** The words that made {@code rule} apply, in the order of its conditions. */
    List<String> wordsFor(Rule rule) {
        Set<String> words = new LinkedHashSet<>();
        for (Rule.Condition condition : rule.when()) {
            if (!condition.absent()) {
                condition.anyOf().forEach(signal -> words.addAll(wordsOf(signal)));
            }
        }
        List<String> shown = new ArrayList<>(words);
        return List.copyOf(shown.subList(0, Math.min(WORDS_SHOWN, shown.size())));
    }

    private Set<String> wordsOf(String signal) {
        Found found = bySignal.get(signal);
        return found == null ? Set.of() : found.words();
    }

    private record Found(int start, Set<String> words) {
        void note(String word) {
            if (!word.isEmpty() && words.size() < WORDS_SHOWN) {
                words.add(word);
            }
        }
    }
}
