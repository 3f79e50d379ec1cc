package org.redress.intake.chain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a complaint's chain ended when a root was made: a leaf of the root's tree.
 *
 * @param complaint whose chain
 * @param position the last entry's place
 * @param hash that entry's hash
 */
public record Head(UUID complaint, int position, Digest hash) {
    /** Its hash as a leaf: of its canonical JSON, which is this text since all members are plain. */
    Digest leaf() {
        String canonical =
                "{\"complaint\":\"" + complaint + "\",\"head\":\"" + hash + "\",\"position\":" + position + "}";
        return MerkleTree.leaf(canonical.getBytes(StandardCharsets.US_ASCII));
    }
}
