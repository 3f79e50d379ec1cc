package org.redress.intake.chain;

import java.util.UUID;

/**
 * One link of a complaint's chain. Its digest is the entry's hash.
 *
 * @param complaint whose timeline
 * @param position its place, from 1
 * @param previous the hash of the entry before, {@link Digest#NONE} for the first
 * @param content the digest of what the entry says
 */
public record Link(UUID complaint, int position, Digest previous, Digest content) {
    /** The line that everything hashed here begins with. */
    public static final String DOMAIN = "redress/timeline-entry/v1";

    /**
     * The entry's hash. All members are plain, so that this text is its canonical form; the statement that appends entries
     * writes the same text in SQL.
     */
    public Digest digest() {
        return Digest.over(DOMAIN + "\n{\"complaint\":\"" + complaint + "\",\"content\":\"" + content
                + "\",\"position\":" + position + ",\"previous\":\"" + previous + "\"}");
    }
}
