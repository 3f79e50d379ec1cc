package org.redress.intake.chain;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree as RFC 9162 section 2.1 builds it: leaf {@code SHA-256(0x00 || data)}, node {@code SHA-256(0x01 || left ||
 * right)}, the left branch with the largest power of two of leaves that is smaller than all.
 */
final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** From the leaves' hashes up; a hash without a sibling goes up as it is. */
    private final List<List<Digest>> levels = new ArrayList<>();

    /** The tree over these leaves' hashes, at least one. */
    MerkleTree(List<Digest> leaves) {
        if (leaves.isEmpty()) {
            throw new IllegalArgumentException("a tree has leaves");
        }
        levels.add(List.copyOf(leaves));
        while (top().size() > 1) {
            levels.add(above(top()));
        }
    }

    /** The hash of a leaf. */
    static Digest leaf(byte[] data) {
        return Digest.over(LEAF, data);
    }

    Digest root() {
        return top().get(0);
    }

    /** The siblings on the way from a leaf to the root, lowest first. */
    List<Digest> path(int place) {
        var path = new ArrayList<Digest>();
        int at = place;
        for (List<Digest> level : levels.subList(0, levels.size() - 1)) {
            int sibling = at ^ 1;
            if (sibling < level.size()) {
                path.add(level.get(sibling));
            }
            at >>= 1;
        }
        return path;
    }

    /** The root to which a path leads, RFC 9162 section 2.1.3.2; what leads nowhere gives a root that is none. */
    static Digest rootOf(Digest leaf, int place, int size, List<Digest> path) {
        Digest hash = leaf;
        int at = place;
        int last = size - 1;
        for (Digest sibling : path) {
            while (at == last && at % 2 == 0 && last > 0) {
                at >>= 1;
                last >>= 1;
            }
            hash = at % 2 == 1 ? node(sibling, hash) : node(hash, sibling);
            at >>= 1;
            last >>= 1;
        }
        return hash;
    }

    private static List<Digest> above(List<Digest> level) {
        var above = new ArrayList<Digest>();
        for (int i = 0; i < level.size(); i += 2) {
            above.add(i + 1 < level.size() ? node(level.get(i), level.get(i + 1)) : level.get(i));
        }
        return above;
    }

    private static Digest node(Digest left, Digest right) {
        return Digest.over(NODE, left.bytes(), right.bytes());
    }

    private List<Digest> top() {
        return levels.get(levels.size() - 1);
    }
}
