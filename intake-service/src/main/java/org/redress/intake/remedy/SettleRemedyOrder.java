package org.redress.intake.remedy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.redress.intake.casework.GiveCommand;
import org.redress.intake.casework.RefusedCommandException;
import org.redress.intake.lifecycle.Part;
import org.redress.intake.lifecycle.RemedyCommand;
import org.redress.intake.lifecycle.SystemCommand;
import org.redress.service.due.Backoff;

/**
 * Writes down what the platform said of an order. What concerns the case is a command on it, under the lock of the complaint's
 * row; the order's own row follows in the same transaction. Thread-safe.
 */
@ApplicationScoped
class SettleRemedyOrder {
    private static final Logger LOG = Logger.getLogger(SettleRemedyOrder.class);

    private final RemedyOrderQueue queue;
    private final GiveCommand giveCommand;
    private final RemedyTimeline timeline;
    private final RemedySettings settings;
    private final Backoff backoff;

    SettleRemedyOrder(
            RemedyOrderQueue queue, GiveCommand giveCommand, RemedyTimeline timeline, RemedySettings settings) {
        this.queue = queue;
        this.giveCommand = giveCommand;
        this.timeline = timeline;
        this.settings = settings;
        this.backoff = new Backoff(settings.firstPause(), settings.longestPause());
    }

    /** Writes down one answer. */
    void settle(OrderToPlatform order, Verdict verdict) {
        if (verdict instanceof Verdict.Executed executed) {
            executed(order, executed);
        } else if (verdict instanceof Verdict.Accepted accepted) {
            QuarkusTransaction.requiringNew().run(() -> accepted(order, accepted));
        } else if (verdict instanceof Verdict.Cancelled) {
            over(order, OrderState.CANCELLED, order.recalled() ? "RECALLED" : "CANCELLED_BY_PLATFORM");
        } else if (verdict instanceof Verdict.Refused refused) {
            over(order, OrderState.REFUSED, refused.reason());
        } else if (verdict instanceof Verdict.NotSent nothing) {
            Duration pause = backoff.after(order.attempt(), nothing.pause());
            QuarkusTransaction.requiringNew().run(() -> notSent(order, nothing.what(), pause));
        } else {
            unclear(order, verdict);
        }
    }

    /** Told once: an order that was accepted stays so until it ends, however often it is looked up. */
    private void accepted(OrderToPlatform order, Verdict.Accepted accepted) {
        // Asked to leave it, the platform says that it keeps it: it is asked again, less and less often.
        Duration pause = order.recalled() ? backoff.after(order.attempt()) : settings.acceptedPause();
        if (order.was() == OrderState.ACCEPTED) {
            queue.accepted(order, accepted.reference(), pause);
            return;
        }
        Instant now = queue.lockComplaint(order);
        if (queue.accepted(order, accepted.reference(), pause)) {
            timeline.accepted(order, now);
        }
    }

    private void notSent(OrderToPlatform order, String what, Duration pause) {
        if (order.was() == OrderState.PENDING) {
            queue.notSent(order, what, pause);
        } else {
            queue.unknown(order, what, pause);
        }
    }

    private void unclear(OrderToPlatform order, Verdict verdict) {
        String what = verdict instanceof Verdict.Unclear unclear ? unclear.what() : "absent";
        Duration asked = verdict instanceof Verdict.Unclear unclear ? unclear.pause() : Duration.ZERO;
        Duration pause = backoff.after(order.attempt(), asked);
        QuarkusTransaction.requiringNew().run(() -> queue.unknown(order, what, pause));
        LOG.infof("remedy order %s, attempt %d: %s, looked up in %s", order.id(), order.attempt(), what, pause);
    }

    private void executed(OrderToPlatform order, Verdict.Executed executed) {
        var receipt = new Part.Receipt(executed.carriedOutAt(), executed.receiptSha256());
        var command = new RemedyCommand.ExecuteRemedy(order.id(), executed.reference(), receipt, null);
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                giveCommand.tellByPlatform(order.complaintId(), order.platform(), command);
                queue.ended(order, OrderState.EXECUTED, "TOLD_BEFORE");
            });
        } catch (RefusedCommandException e) {
            LOG.errorf("remedy %s was carried out, and the case says %s", order.id(), e.getMessage());
            QuarkusTransaction.requiringNew().run(() -> againstTheCase(order, executed));
        }
    }

    /** Done by the platform against its own word, or under two names: nothing can undo it, a person has to know. */
    private void againstTheCase(OrderToPlatform order, Verdict.Executed executed) {
        Instant now = queue.lockComplaint(order);
        if (queue.againstTheCase(order)) {
            timeline.againstTheCase(order, executed.reference(), now);
        }
    }

    /** It will not be carried out. Of what is taken back the case is told; the rest is told to staff, with the reason. */
    private void over(OrderToPlatform order, OrderState state, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            giveCommand.bringAbout(order.complaintId(), order.platform(), new SystemCommand.SettleRecall(order.id()));
            Instant now = queue.lockComplaint(order);
            if (queue.ended(order, state, reason) && !order.recalled()) {
                timeline.over(order, state, reason, now);
            }
        });
        if (!order.recalled()) {
            LOG.warnf("remedy order %s needs a person: %s", order.id(), reason);
        }
    }
}
