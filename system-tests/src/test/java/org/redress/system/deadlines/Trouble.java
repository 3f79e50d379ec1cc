package org.redress.system.deadlines;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redress.launcher.RunningPart;

/**
 * Kills one of the instances every three seconds with {@code kill -9} and lets it start again, and meanwhile stops another
 * one for six seconds at a time, longer than its claims last. Which ones is drawn; as long as there is a choice, one instance
 * is left alone. Ends with all of them running again.
 */
final class Trouble implements AutoCloseable {
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(3);
    private static final Duration FROZEN = Duration.ofSeconds(6);
    private static final Duration BETWEEN_FREEZES = Duration.ofSeconds(2);

    private final SlaCluster cluster;
    private final Random random;
    private final List<RunningPart> instances;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private @Nullable RunningPart frozen;
    private @Nullable RunningPart starting;
    private int kills;
    private int freezes;

    /** Begins at once; all instances are ready. */
    Trouble(SlaCluster cluster, Random random) {
        this.cluster = cluster;
        this.random = random;
        this.instances = cluster.allReady();
        var unusedKilling = clock.scheduleAtFixedRate(this::kill, 0, BETWEEN_KILLS.toMillis(), TimeUnit.MILLISECONDS);
        var unusedFreezing = clock.schedule(this::freeze, 1, TimeUnit.SECONDS);
    }

    /** What was done. */
    Map<String, Integer> done() {
        return Map.of("kills", kills, "freezes", freezes);
    }

    private void kill() {
        var ready = ready();
        // With only one left that works, the one that is on its way up is hit again.
        RunningPart victim = ready.size() > 1 || starting == null ? ready.get(random.nextInt(ready.size())) : starting;
        victim.kill();
        victim.letStart();
        starting = victim;
        kills++;
    }

    private void freeze() {
        var ready = ready();
        if (ready.size() > 1) {
            RunningPart victim = ready.get(random.nextInt(ready.size()));
            victim.freeze();
            frozen = victim;
            freezes++;
        }
        var unusedThawing = clock.schedule(this::goOn, FROZEN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void goOn() {
        thaw();
        var unusedFreezing = clock.schedule(this::freeze, BETWEEN_FREEZES.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void thaw() {
        if (frozen != null) {
            frozen.goOn();
            frozen = null;
        }
    }

    private List<RunningPart> ready() {
        return instances.stream()
                .filter(instance -> instance.isReady() && !instance.equals(frozen))
                .toList();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            if (!clock.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the trouble does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thaw();
        cluster.allReady();
    }
}
