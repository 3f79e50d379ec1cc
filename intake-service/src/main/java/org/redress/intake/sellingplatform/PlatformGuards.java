package org.redress.intake.sellingplatform;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.redress.intake.sellingplatform.PlatformAnswer.NotSent;
import org.redress.intake.sellingplatform.PlatformAnswer.Unclear;

/** A circuit breaker and a bulkhead for each platform. Thread-safe. */
@Singleton
class PlatformGuards {
    private static final Logger LOG = Logger.getLogger(PlatformGuards.class);
    private static final Duration BUSY = Duration.ofSeconds(1);
    private static final double FAILING = 0.5;

    private final SellingPlatformSettings settings;
    private final MeterRegistry metrics;
    private final Map<String, Guard> guards = new ConcurrentHashMap<>();

    PlatformGuards(SellingPlatformSettings settings, MeterRegistry metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Carries the call out, unless the platform is left alone or busy. An unclear end counts as a failure of the platform. */
    PlatformAnswer guarded(String platform, Supplier<PlatformAnswer> call) {
        try {
            return guards.computeIfAbsent(platform, this::guard).get(() -> orFail(call.get()), PlatformAnswer.class);
        } catch (UnclearEnd e) {
            return e.reply;
        } catch (CircuitBreakerOpenException e) {
            return new NotSent("left alone", settings.breakerPause());
        } catch (BulkheadException e) {
            return new NotSent("busy", BUSY);
        }
    }

    private static PlatformAnswer orFail(PlatformAnswer reply) {
        if (reply instanceof Unclear unclear) {
            throw new UnclearEnd(unclear);
        }
        return reply;
    }

    private Guard guard(String platform) {
        return Guard.create()
                .withDescription("selling-platform " + platform)
                .withBulkhead()
                .limit(settings.atOnce())
                .done()
                .withCircuitBreaker()
                .failOn(UnclearEnd.class)
                .requestVolumeThreshold(settings.breakerCalls())
                .failureRatio(FAILING)
                .delay(settings.breakerPause().toMillis(), ChronoUnit.MILLIS)
                .onStateChange(state -> told(platform, state))
                .done()
                .build();
    }

    private void told(String platform, CircuitBreakerState state) {
        LOG.infof("the circuit to platform %s is %s", platform, state);
        metrics.counter("redress.intake.platform.circuit", "platform", platform, "state", state.name())
                .increment();
    }

    /** Carries an unclear end through the breaker, which counts exceptions. */
    private static final class UnclearEnd extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Unclear reply;

        UnclearEnd(Unclear reply) {
            super(reply.what(), null, false, false);
            this.reply = reply;
        }
    }
}
