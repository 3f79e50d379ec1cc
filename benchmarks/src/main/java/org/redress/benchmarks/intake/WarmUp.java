package org.redress.benchmarks.intake;

import java.io.IOException;
import java.time.Duration;
import org.redress.benchmarks.ground.ServiceProcess;

/**
 * Work for a service until its JVM has compiled what is used: before that the compiler takes more of the processor than the
 * service does, and what is measured is how long it has been up.
 */
final class WarmUp {
    /** At rest the compiler works for less than this share of one core. */
    private static final double REST = 0.05;

    private static final int LEAST = 3;

    private WarmUp() {}

    /**
     * Runs rounds of work until the compiler rests.
     *
     * @param round works for about as long as {@code length} says
     * @param most rounds after which it is enough, whatever the compiler does
     * @return the compiler's share of one core in the last round
     */
    static double of(ServiceProcess service, Runnable round, Duration length, int most) throws IOException {
        try (Vitals vitals = Vitals.of(service)) {
            double share = 1;
            for (int i = 0; i < most && (i < LEAST || share > REST); i++) {
                double before = vitals.compiled();
                round.run();
                share = (vitals.compiled() - before) / length.toMillis();
            }
            return share;
        }
    }
}
