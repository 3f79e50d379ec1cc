package org.redress.messaging.outbox;

import java.util.ArrayList;
import java.util.List;

/** The outbox is cut into shards by aggregate; a set of shards is the bits of an int. */
final class Shards {
    static final int COUNT = 16;
    static final int ALL = (1 << COUNT) - 1;
    static final int NONE = 0;

    private Shards() {}

    /** The aggregate's shard; must never change, or two relays could send one aggregate's rows. */
    static int of(String aggregateId) {
        // String.hashCode is part of Java's specification; its high bits are mixed in because ids often end alike.
        int hash = aggregateId.hashCode();
        return (hash ^ (hash >>> 16) ^ (hash >>> 8)) & (COUNT - 1);
    }

    static int with(int set, int shard) {
        return set | (1 << shard);
    }

    static int without(int set, Iterable<Integer> shards) {
        int rest = set;
        for (int shard : shards) {
            rest &= ~(1 << shard);
        }
        return rest;
    }

    static List<Integer> list(int set) {
        var shards = new ArrayList<Integer>();
        for (int shard = 0; shard < COUNT; shard++) {
            if ((set & (1 << shard)) != 0) {
                shards.add(shard);
            }
        }
        return shards;
    }
}
