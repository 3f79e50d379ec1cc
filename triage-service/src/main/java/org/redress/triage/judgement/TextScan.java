package org.redress.triage.judgement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

/**
 * Finds all terms of a lexicon in one pass (Aho-Corasick), then what their nearness means. Time is linear in the text
 * and in what is found; there is no backtracking, so no text can make it slow. Immutable, thread safe.
 */
final class TextScan {

    private static final String SENTENCE_ENDS = "。！？!?；;\n";

    private final Trie trie;
    private final Map<String, List<Term>> termsByText;
    private final List<Nearness> nearness;

    TextScan(List<Term> terms, List<Nearness> nearness) {
        this.termsByText = new HashMap<>();
        Trie.TrieBuilder builder = Trie.builder();
        for (Term term : terms) {
            termsByText.computeIfAbsent(term.text(), text -> new ArrayList<>()).add(term);
            builder.addKeyword(term.text());
        }
        this.trie = builder.build();
        this.nearness = List.copyOf(nearness);
    }

    /** All signals of {@code folded}. */
    Findings findIn(FoldedText folded) {
        String text = folded.value();
        Map<String, List<Hit>> hits = new HashMap<>();
        trie.parseText(text, emit -> note(text, emit, hits));
        int[] sentence = sentenceNumbers(text);
        for (Nearness near : nearness) {
            apply(near, text, sentence, hits);
        }
        Findings findings = new Findings();
        hits.forEach((signal, found) -> found.forEach(hit -> findings.add(signal, hit.words(), hit.start())));
        return findings;
    }

    private boolean note(String text, Emit emit, Map<String, List<Hit>> hits) {
        int end = emit.getEnd() + 1;
        for (Term term : termsByText.getOrDefault(emit.getKeyword(), List.of())) {
            if (term.standsAlone(text, emit.getStart(), end)) {
                hits.computeIfAbsent(term.signal(), signal -> new ArrayList<>())
                        .add(new Hit(emit.getStart(), end, term.text()));
            }
        }
        return true;
    }

    private static void apply(Nearness near, String text, int[] sentence, Map<String, List<Hit>> hits) {
        List<Hit> firsts = hits.getOrDefault(near.first(), List.of());
        List<Hit> thens = hits.getOrDefault(near.then(), List.of());
        if (firsts.isEmpty() || thens.isEmpty()) {
            return;
        }
        Map<Integer, Hit> byEnd = new HashMap<>();
        BitSet ends = new BitSet(text.length() + 1);
        for (Hit first : firsts) {
            byEnd.put(first.end(), first);
            ends.set(first.end());
        }
        List<Hit> joined = new ArrayList<>();
        List<Hit> apart = new ArrayList<>();
        for (Hit then : thens) {
            int end = ends.previousSetBit(then.start());
            boolean close = end >= 0 && then.start() - end <= near.within() && sentence[end] == sentence[then.start()];
            Hit first = close ? byEnd.get(end) : null;
            if (first == null) {
                apart.add(then);
            } else {
                joined.add(first.upTo(then));
            }
        }
        if (near.kind() == Nearness.Kind.CANCEL) {
            hits.put(near.then(), apart);
        } else {
            hits.computeIfAbsent(near.signal(), signal -> new ArrayList<>()).addAll(joined);
        }
    }

    private static int[] sentenceNumbers(String text) {
        int[] numbers = new int[text.length() + 1];
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SENTENCE_ENDS.indexOf(c) >= 0 || endsLatinSentence(text, i, c)) {
                number++;
            }
            numbers[i + 1] = number;
        }
        return numbers;
    }

    private static boolean endsLatinSentence(String text, int at, char c) {
        return c == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
    }

    /** A find; {@code words} are the lexicon's, never what stands between them in the text: that is personal data. */
    private record Hit(int start, int end, String words) {
        Hit upTo(Hit then) {
            return new Hit(start, then.end(), words + "…" + then.words());
        }
    }
}
