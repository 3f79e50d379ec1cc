package org.redress.system.deadlines;

/** Short, as part of every full build, or long, with {@code -Dredress.faults=long}. */
final class Scale {
    private static final boolean LONG = "long".equals(System.getProperty("redress.faults"));

    private Scale() {}

    /** The number for this form. */
    static int of(int inShort, int inLong) {
        return LONG ? inLong : inShort;
    }

    /** How this form is called in ledgers. */
    static String form() {
        return LONG ? "long" : "short";
    }

    /** The seed of this run: new each time, or {@code -Dseed}. */
    static long seed() {
        String given = System.getProperty("seed");
        long seed = given == null ? System.nanoTime() & 0xffff_ffffL : Long.parseLong(given);
        System.out.println("seed " + seed + " (again with -Dseed=" + seed + ")");
        return seed;
    }
}
