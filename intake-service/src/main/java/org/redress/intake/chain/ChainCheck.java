package org.redress.intake.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.intake.chain.Flaw.Kind;

/**
 * Checks one complaint's chain against itself and against what roots attest of it, and names the first thing wrong.
 *
 * <p>What a chain alone can't show: entries cut off at its end, and a chain that somebody computed anew. Both show as soon
 * as a root attested them.
 */
public final class ChainCheck {
    private final UUID complaint;
    private final List<Placed> rows;
    private final List<Anchor> anchors;

    /** A row with the digest of its content, computed once. */
    record Placed(int position, Digest content, Digest hash) {
        boolean isAt(UUID complaint, int place, Digest previous) {
            return new Link(complaint, place, previous, content).digest().equals(hash);
        }
    }

    private ChainCheck(UUID complaint, List<Placed> rows, List<Anchor> anchors) {
        this.complaint = complaint;
        this.rows = rows;
        this.anchors = anchors;
    }

    /**
     * The first thing wrong, empty if nothing is.
     *
     * @param entries the complaint's, in any order
     * @param anchors what roots attest of this complaint, in any order
     */
    public static Optional<Flaw> firstFlaw(
            UUID complaint, Collection<ChainedEntry> entries, Collection<Anchor> anchors) {
        List<Placed> rows = entries.stream()
                .sorted(Comparator.comparingInt(ChainedEntry::position))
                .map(entry -> new Placed(entry.position(), entry.content().digest(), entry.hash()))
                .toList();
        List<Anchor> attested = anchors.stream()
                .sorted(Comparator.comparingInt(Anchor::position))
                .toList();
        return new ChainCheck(complaint, rows, attested).firstFlaw();
    }

    private Optional<Flaw> firstFlaw() {
        int whole = wholeUpTo();
        Optional<Flaw> rewritten = rewritten(whole);
        if (rewritten.isPresent()) {
            return rewritten;
        }
        if (whole < rows.size()) {
            Digest previous = whole == 0 ? Digest.NONE : rows.get(whole - 1).hash();
            return Optional.of(new Diagnosis(complaint, rows, anchors, whole, previous).flaw());
        }
        return longestAttested() > whole ? Optional.of(Flaw.at(Kind.TAIL_CUT, whole + 1)) : Optional.empty();
    }

    /** How many entries from the first on hold together. */
    private int wholeUpTo() {
        Digest previous = Digest.NONE;
        for (int i = 0; i < rows.size(); i++) {
            Placed row = rows.get(i);
            if (row.position() != i + 1 || !row.isAt(complaint, i + 1, previous)) {
                return i;
            }
            previous = row.hash();
        }
        return rows.size();
    }

    /** Whether what holds together is what was attested. */
    private Optional<Flaw> rewritten(int whole) {
        int good = 0;
        for (Anchor anchor : anchors) {
            if (anchor.position() > whole) {
                break;
            }
            if (!rows.get(anchor.position() - 1).hash().equals(anchor.head())) {
                return Optional.of(new Flaw(Kind.CHANGED, good + 1, anchor.position()));
            }
            good = anchor.position();
        }
        return Optional.empty();
    }

    private int longestAttested() {
        return anchors.isEmpty() ? 0 : anchors.get(anchors.size() - 1).position();
    }

    /** The rows in the order in which they were written, as far as one follows from the other. */
    static List<Placed> inWrittenOrder(UUID complaint, List<Placed> rows, int place, Digest previous) {
        var left = new ArrayList<>(rows);
        var found = new ArrayList<Placed>();
        Digest before = previous;
        while (true) {
            int next = place + found.size();
            Digest known = before;
            Optional<Placed> fits = left.stream()
                    .filter(row -> row.isAt(complaint, next, known))
                    .findFirst();
            if (fits.isEmpty()) {
                return found;
            }
            found.add(fits.get());
            left.remove(fits.get());
            before = fits.get().hash();
        }
    }
}
