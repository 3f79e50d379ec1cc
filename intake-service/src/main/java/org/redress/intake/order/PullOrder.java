package org.redress.intake.order;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.redress.intake.order.PullQueue.Claimed;
import org.redress.intake.sellingplatform.PlatformAnswer;
import org.redress.intake.sellingplatform.PlatformAnswer.Answered;
import org.redress.intake.sellingplatform.PlatformAnswer.NotSent;
import org.redress.intake.sellingplatform.PlatformAnswer.Unclear;
import org.redress.intake.sellingplatform.SellingPlatforms;

/**
 * Pulls orders from the platform. Claim, call and result are one after the other, and no transaction is open during a call.
 * Whatever the platform does, nothing but what is known of the order changes. Thread-safe.
 */
@Singleton
class PullOrder {
    private static final Logger LOG = Logger.getLogger(PullOrder.class);
    private static final int LONGEST_SHIFT = 20;

    private final PullQueue queue;
    private final SellingPlatforms platforms;
    private final OrderTimeline timeline;
    private final Event<OrderKept> kept;
    private final OrderSettings settings;
    private final MeterRegistry metrics;

    PullOrder(
            PullQueue queue,
            SellingPlatforms platforms,
            OrderTimeline timeline,
            Event<OrderKept> kept,
            OrderSettings settings,
            MeterRegistry metrics) {
        this.queue = queue;
        this.platforms = platforms;
        this.timeline = timeline;
        this.kept = kept;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Takes up the orders that are due longest; false if none is due. */
    boolean pullNext() {
        List<Claimed> claimed = QuarkusTransaction.requiringNew()
                .call(() -> queue.claim(settings.batch(), settings.claim(), settings.maxAge()));
        claimed.forEach(this::pull);
        return !claimed.isEmpty();
    }

    private void pull(Claimed order) {
        PlatformAnswer answer =
                platforms.get(order.platform(), List.of("orders", order.orderNo()), Map.of("account", order.account()));
        if (answer instanceof Answered answered && answered.good()) {
            Optional<OrderFacts> facts = OrderReading.facts(answered.body(), order.orderNo(), order.account());
            facts.ifPresentOrElse(told -> keep(order, told), () -> later(order, "not this order", Duration.ZERO));
        } else if (answer instanceof Answered answered && answered.absent()) {
            notFound(order);
        } else if (answer instanceof Answered answered) {
            later(order, "status " + answered.status(), Duration.ZERO);
        } else if (answer instanceof Unclear unclear) {
            later(order, unclear.what(), unclear.pause());
        } else if (answer instanceof NotSent notSent) {
            later(order, notSent.what(), notSent.pause());
        }
    }

    private void keep(Claimed order, OrderFacts facts) {
        String canonical = OrderCodec.canonical(facts);
        String sha256 = OrderCodec.sha256(canonical);
        QuarkusTransaction.requiringNew()
                .run(() -> queue.lock(order).ifPresent(known -> {
                    if (!sha256.equals(known.sha256())) {
                        timeline.held(order.complaintId(), facts, sha256, known.now());
                    }
                    queue.held(order, canonical, sha256);
                    kept.fire(new OrderKept(order.complaintId(), order.platform()));
                }));
        count("held");
    }

    /** Platforms write some orders late, so that one that is absent is looked for a second time. */
    private void notFound(Claimed order) {
        Duration again = order.attempt() == 1 ? settings.secondLook() : Duration.ZERO;
        QuarkusTransaction.requiringNew()
                .run(() -> queue.lock(order).ifPresent(known -> {
                    if (known.state() != HoldState.NOT_FOUND && known.state() != HoldState.HELD) {
                        timeline.notFound(order.complaintId(), known.now());
                    }
                    queue.notFound(order, again);
                }));
        count("not-found");
    }

    private void later(Claimed order, String what, Duration asked) {
        Duration pause = pauseAfter(order.attempt());
        Duration longer = asked.compareTo(pause) > 0 ? asked : pause;
        QuarkusTransaction.requiringNew().run(() -> {
            if (order.attempt() >= settings.unreachableAfter()) {
                queue.lock(order)
                        .filter(known -> known.state() == HoldState.ASKED)
                        .ifPresent(known -> {
                            timeline.unreachable(order.complaintId(), known.now());
                            queue.unreachable(order);
                        });
            }
            queue.later(order, longer);
        });
        LOG.debugf(
                "order of %s, attempt %d: %s, asked again in %s", order.complaintId(), order.attempt(), what, longer);
        count("unclear");
    }

    /** Doubles up to the longest, and takes a random half of it off, so that many do not come back at once. */
    private Duration pauseAfter(int attempt) {
        long first = settings.firstPause().toMillis();
        long full = Math.min(
                first << Math.min(attempt - 1, LONGEST_SHIFT),
                settings.longestPause().toMillis());
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }

    private void count(String outcome) {
        metrics.counter("redress.intake.order.attempts", "outcome", outcome).increment();
    }
}
