package org.redress.intake.chain;

import java.util.List;

/**
 * That a root attests a chain's end.
 *
 * @param signed the root
 * @param head the chain's end as the root has it
 * @param place the head's place among the root's leaves, from 0
 * @param path the siblings on the way from that leaf to the Merkle root, lowest first
 */
public record Proof(SignedRoot signed, Head head, int place, List<Digest> path) {
    /** Whether the path leads from the head to the signed root. */
    boolean holds() {
        Root root = signed.root();
        return place < root.leaves()
                && MerkleTree.rootOf(head.leaf(), place, root.leaves(), path).equals(root.merkle());
    }
}
