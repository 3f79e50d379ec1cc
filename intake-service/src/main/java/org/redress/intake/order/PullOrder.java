package org.redress.intake.order;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.redress.intake.order.PullQueue.Claimed;
import org.redress.intake.sellingplatform.PlatformAnswer;
import org.redress.intake.sellingplatform.PlatformAnswer.Answered;
import org.redress.intake.sellingplatform.PlatformAnswer.NotSent;
import org.redress.intake.sellingplatform.PlatformAnswer.Unclear;
import org.redress.intake.sellingplatform.SellingPlatforms;
import org.redress.service.due.Backoff;

/**
 * Pulls orders from the platform. Claim, call and result are one after the other, and no transaction is open during a call.
 * Whatever the platform does, nothing but what is known of the order changes. Thread-safe.
 */
@Singleton
class PullOrder {
    private static final Logger LOG = Logger.getLogger(PullOrder.class);

    private final PullQueue queue;
    private final SellingPlatforms platforms;
    private final OrderTimeline timeline;
    private final Event<OrderKept> kept;
    private final OrderSettings settings;
    private final Backoff backoff;
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
        this.backoff = new Backoff(settings.firstPause(), settings.longestPause());
        this.metrics = metrics;
    }

    /** Takes up the orders that are due longest; false if none is due, or no platform is connected. */
    boolean pullNext() {
        if (!platforms.connected()) {
            return false;
        }
        List<Claimed> claimed = QuarkusTransaction.requiringNew()
                .call(() -> queue.claim(
                        settings.batch(), settings.claim(), settings.unreachableWithin(), settings.maxAge()));
        claimed.forEach(this::pull);
        return !claimed.isEmpty();
    }

    private void pull(Claimed order) {
        PlatformAnswer answer =
                platforms.get(order.platform(), List.of("orders", order.orderNo()), Map.of("account", order.account()));
        if (answer instanceof Answered answered && answered.good()) {
            Optional<OrderFacts> facts = OrderReading.facts(answered.body(), order.orderNo(), order.account());
            facts.ifPresentOrElse(told -> keep(order, told), () -> unanswered(order, "not this order", Duration.ZERO));
        } else if (answer instanceof Answered answered && answered.absent()) {
            notFound(order);
        } else if (answer instanceof Answered answered) {
            unanswered(order, "status " + answered.status(), Duration.ZERO);
        } else if (answer instanceof Unclear unclear) {
            unanswered(order, unclear.what(), unclear.pause());
        } else if (answer instanceof NotSent notSent) {
            later(order, false, notSent.what(), notSent.pause());
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

    /** Platforms write some orders late, so that one that is absent for the first time is looked for once more. */
    private void notFound(Claimed order) {
        QuarkusTransaction.requiringNew()
                .run(() -> queue.lock(order).ifPresent(known -> {
                    boolean first = known.state() != HoldState.NOT_FOUND && known.state() != HoldState.HELD;
                    if (first) {
                        timeline.notFound(order.complaintId(), known.now());
                    }
                    queue.notFound(order, first ? settings.secondLook() : Duration.ZERO);
                }));
        count("not-found");
    }

    private void unanswered(Claimed order, String what, Duration asked) {
        later(order, true, what, asked);
    }

    void later(Claimed order, boolean sent, String what, Duration asked) {
        Duration pause = backoff.after(order.attempt(), asked);
        QuarkusTransaction.requiringNew().run(() -> {
            if (order.isUnreachable(sent, settings.unreachableAfter())) {
                queue.lock(order)
                        .filter(known -> known.state() == HoldState.ASKED)
                        .ifPresent(known -> {
                            timeline.unreachable(order.complaintId(), known.now());
                            queue.unreachable(order);
                        });
            }
            queue.later(order, sent, pause);
        });
        LOG.debugf("order of %s, attempt %d: %s, asked again in %s", order.complaintId(), order.attempt(), what, pause);
        count(sent ? "unclear" : "not-sent");
    }

    private void count(String outcome) {
        metrics.counter("redress.intake.order.attempts", "outcome", outcome).increment();
    }
}
