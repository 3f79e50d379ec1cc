package org.redress.intake.chain;

import java.util.List;
import java.util.UUID;
import org.redress.intake.chain.ChainCheck.Placed;
import org.redress.intake.chain.Flaw.Kind;

/**
 * Why a chain does not go on: an entry that does not fit its place was changed, came in between, stands in another's place,
 * or one before it is gone. What the other entries' hashes say tells these apart.
 */
final class Diagnosis {
    /** Entries removed in one piece and closed up behind are recognised up to this many. */
    private static final int LONGEST_GAP = 1000;

    private final UUID complaint;
    private final List<Placed> rest;
    private final List<Anchor> anchors;
    private final int place;
    private final Digest previous;

    /**
     * The rows from the first that does not fit.
     *
     * @param whole how many before hold together
     * @param previous the hash of the last of these
     */
    Diagnosis(UUID complaint, List<Placed> rows, List<Anchor> anchors, int whole, Digest previous) {
        this.complaint = complaint;
        this.rest = rows.subList(whole, rows.size());
        this.anchors = anchors;
        this.place = whole + 1;
        this.previous = previous;
    }

    Flaw flaw() {
        Placed first = rest.get(0);
        if (first.position() < place) {
            return Flaw.at(Kind.ADDED, first.position());
        }
        List<Placed> written = ChainCheck.inWrittenOrder(complaint, rest, place, previous);
        if (!written.isEmpty()) {
            boolean belongsNowhere = first.position() == place && !written.contains(first);
            return Flaw.at(belongsNowhere ? Kind.ADDED : Kind.REORDERED, place);
        }
        if (first.position() > place) {
            return Flaw.at(Kind.REMOVED, place);
        }
        if (contentStandsElsewhere(first)) {
            return Flaw.at(Kind.REORDERED, place);
        }
        return Flaw.at(closedUp(first) ? Kind.REMOVED : Kind.CHANGED, place);
    }

    /** Whether contents were exchanged while the hashes stayed. */
    private boolean contentStandsElsewhere(Placed first) {
        return rest.stream()
                .anyMatch(row -> new Link(complaint, place, previous, row.content())
                        .digest()
                        .equals(first.hash()));
    }

    /** Whether the entry was written at a later place: the one behind it, or a root, remembers which. */
    private boolean closedUp(Placed first) {
        if (anchors.stream()
                .anyMatch(anchor -> anchor.position() > place && anchor.head().equals(first.hash()))) {
            return true;
        }
        if (rest.size() < 2 || rest.get(1).isAt(complaint, place + 1, first.hash())) {
            return false;
        }
        for (int gap = 1; gap <= LONGEST_GAP; gap++) {
            if (rest.get(1).isAt(complaint, place + 1 + gap, first.hash())) {
                return true;
            }
        }
        return false;
    }
}
