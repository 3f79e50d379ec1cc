package org.redress.intake.chain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A root over the heads of the chains that grew since the root before, chained to that root.
 *
 * @param number from 1
 * @param at when it was made, in whole microseconds
 * @param previous the hash of the root before, {@link Digest#NONE} for the first
 * @param leaves how many heads it is over
 * @param merkle the root of the Merkle tree over them
 */
public record Root(long number, Instant at, Digest previous, int leaves, Digest merkle) {
    private static final String DOMAIN = "redress/timeline-root/v1";

    /** Cuts the time to what the database keeps. */
    public Root {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What is signed: a line that says what it is, then the canonical JSON. */
    byte[] message() {
        return CanonicalJson.message(
                DOMAIN,
                CanonicalJson.object(Map.of(
                        "at", CanonicalJson.quoted(at),
                        "leaves", Integer.toString(leaves),
                        "merkle", CanonicalJson.quoted(merkle),
                        "number", Long.toString(number),
                        "previous", CanonicalJson.quoted(previous))));
    }

    /** The root's hash: of what is signed. */
    public Digest digest() {
        return Digest.over(message());
    }
}
