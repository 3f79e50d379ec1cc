package org.redress.intake.remedy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Delivers one order to the platform. Every step is written down before the next: claim, call, result, each in its own
 * transaction and none open during a call. Whatever step the process dies at, the next worker looks the order up at the
 * platform before it sends anything; so an order is sent twice only if the platform says it does not know it, and then under
 * the same id. An order that the platform has accepted is never sent again. Thread-safe.
 */
@ApplicationScoped
class DeliverRemedyOrder {
    private static final Logger LOG = Logger.getLogger(DeliverRemedyOrder.class);

    private final RemedyOrderQueue queue;
    private final RemedyPlatform platform;
    private final SettleRemedyOrder settle;
    private final RemedySettings settings;
    private final MeterRegistry metrics;

    DeliverRemedyOrder(
            RemedyOrderQueue queue,
            RemedyPlatform platform,
            SettleRemedyOrder settle,
            RemedySettings settings,
            MeterRegistry metrics) {
        this.queue = queue;
        this.platform = platform;
        this.settle = settle;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Takes up the order that is due longest; false if none is due. */
    boolean deliverNext() {
        Optional<OrderToPlatform> claimed = QuarkusTransaction.requiringNew().call(() -> queue.claim(settings.claim()));
        claimed.ifPresent(order -> {
            Verdict verdict = deliver(order);
            settle.settle(order, verdict);
            count(verdict);
            LOG.debugf("order %s of remedy, attempt %d: %s", order.id(), order.attempt(), verdict);
        });
        return claimed.isPresent();
    }

    private Verdict deliver(OrderToPlatform order) {
        if (order.recalled()) {
            return order.was() == OrderState.PENDING ? new Verdict.Cancelled() : recall(order);
        }
        return switch (order.was()) {
            case PENDING -> platform.order(order);
            case ACCEPTED -> stillThere(platform.lookUp(order));
            default -> lookUpFirst(order);
        };
    }

    /** A platform that cannot take anything back can at least say whether it has it. */
    private Verdict recall(OrderToPlatform order) {
        Verdict verdict = platform.recall(order);
        if (!(verdict instanceof Verdict.Refused)) {
            return verdict;
        }
        Verdict found = platform.lookUp(order);
        return found instanceof Verdict.Absent ? new Verdict.Cancelled() : found;
    }

    private Verdict lookUpFirst(OrderToPlatform order) {
        Verdict found = platform.lookUp(order);
        if (!(found instanceof Verdict.Absent)) {
            return unsent(found);
        }
        boolean stillOurs = QuarkusTransaction.requiringNew().call(() -> queue.sending(order, settings.claim()));
        return stillOurs ? unsent(platform.order(order)) : new Verdict.Unclear("taken up elsewhere", Duration.ZERO);
    }

    /** That this call was not sent says nothing of an earlier one. */
    private static Verdict unsent(Verdict verdict) {
        return verdict instanceof Verdict.NotSent nothing
                ? new Verdict.Unclear(nothing.what(), nothing.pause())
                : verdict;
    }

    private static Verdict stillThere(Verdict verdict) {
        return verdict instanceof Verdict.Absent
                ? new Verdict.Unclear("accepted and not there", Duration.ZERO)
                : unsent(verdict);
    }

    private void count(Verdict verdict) {
        String outcome = verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        metrics.counter("redress.intake.remedy.orders", "outcome", outcome).increment();
    }
}
