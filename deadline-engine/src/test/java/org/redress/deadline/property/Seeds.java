package org.redress.deadline.property;

import java.util.Random;

/** Runs a property over many random cases and says with which seed the failing one comes back. */
final class Seeds {
    /** How many cases each property is held against. */
    static final int CASES = 10_000;

    private Seeds() {}

    /** Holds a property against one random case. */
    @FunctionalInterface
    interface Check {
        /** Whether the case was one, rather than beyond what can be counted by hand. */
        boolean holds(Random random);
    }

    /** A failure names the seed of its case; {@code -Dseed=} starts from another one, {@code -Dcases=} takes more or fewer. */
    static void forAll(String property, Check check) {
        long first = Long.getLong("seed", 20261122L);
        int cases = Integer.getInteger("cases", CASES);
        System.out.println(property + ": " + cases + " cases from seed " + first);
        int taken = 0;
        for (long seed = first; taken < cases; seed++) {
            try {
                taken += check.holds(new Random(seed * 0x9E3779B97F4A7C15L)) ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(property + " fails with -Dseed=" + seed + " -Dcases=1", e);
            }
        }
    }
}
