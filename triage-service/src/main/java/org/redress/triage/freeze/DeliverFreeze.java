package org.redress.triage.freeze;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.redress.service.due.Backoff;
import org.redress.triage.freeze.FreezeQueue.Claimed;
import org.redress.triage.freeze.PlatformAnswer.Absent;
import org.redress.triage.freeze.PlatformAnswer.Done;
import org.redress.triage.freeze.PlatformAnswer.Refused;
import org.redress.triage.freeze.PlatformAnswer.Unclear;

/**
 * Delivers one freeze. Every step is written down before the next: claim, call, result, each in its own transaction and
 * no transaction open during a call. Whatever step the process dies at, the next worker looks the freeze up at the platform
 * before it sends anything; so a freeze is sent twice only if the platform says it does not know it, and then under the
 * same {@code Idempotency-Key}. Thread-safe.
 */
@Singleton
class DeliverFreeze {

    private static final Logger LOG = Logger.getLogger(DeliverFreeze.class);

    private final FreezeQueue queue;
    private final PlatformBackend platform;
    private final FreezeEvents events;
    private final FreezeSettings settings;
    private final Backoff backoff;
    private final MeterRegistry metrics;

    DeliverFreeze(
            FreezeQueue queue,
            PlatformBackend platform,
            FreezeEvents events,
            FreezeSettings settings,
            MeterRegistry metrics) {
        this.queue = queue;
        this.platform = platform;
        this.events = events;
        this.settings = settings;
        this.backoff = new Backoff(settings.firstPause(), settings.longestPause());
        this.metrics = metrics;
    }

    /** Takes up the freeze that is due longest; false if none is due. */
    boolean deliverNext() {
        Optional<Claimed> claimed =
                QuarkusTransaction.requiringNew().call(() -> queue.claim(settings.claim(), settings.maxAge()));
        claimed.ifPresent(this::deliver);
        return claimed.isPresent();
    }

    private void deliver(Claimed freeze) {
        if (!freeze.fresh()) {
            lookUp(freeze);
        } else if (freeze.outdated()) {
            fail(freeze, "OUTDATED");
        } else {
            send(freeze);
        }
    }

    private void lookUp(Claimed freeze) {
        PlatformAnswer answer = platform.lookUp(freeze);
        if (answer instanceof Done done) {
            confirm(freeze, done.reference());
        } else if (answer instanceof Absent && freeze.outdated()) {
            fail(freeze, "OUTDATED");
        } else if (answer instanceof Absent) {
            boolean stillOurs = QuarkusTransaction.requiringNew().call(() -> queue.sending(freeze, settings.claim()));
            if (stillOurs) {
                send(freeze);
            }
        } else {
            later(freeze, answer);
        }
    }

    private void send(Claimed freeze) {
        PlatformAnswer answer = platform.order(freeze);
        if (answer instanceof Done done) {
            confirm(freeze, done.reference());
        } else if (answer instanceof Refused refused) {
            fail(freeze, "REFUSED " + refused.status());
        } else {
            later(freeze, answer);
        }
    }

    private void confirm(Claimed freeze, @Nullable String reference) {
        QuarkusTransaction.requiringNew().run(() -> {
            Optional<Instant> at = queue.confirmed(freeze, reference);
            at.ifPresent(confirmedAt ->
                    events.confirmed(freeze.id(), freeze.complaintId(), freeze.platform(), reference, confirmedAt));
        });
        count("confirmed");
    }

    private void fail(Claimed freeze, String failure) {
        QuarkusTransaction.requiringNew().run(() -> queue.failed(freeze, failure));
        LOG.warnf("freeze %s needs a person: %s", freeze.id(), failure);
        count("needs-person");
    }

    private void later(Claimed freeze, PlatformAnswer answer) {
        if (freeze.outdated()) {
            fail(freeze, "NO_CLEAR_ANSWER");
            return;
        }
        Duration asked = Duration.ZERO;
        String what = "no clear answer";
        if (answer instanceof Unclear unclear) {
            asked = unclear.pause();
            what = unclear.what();
        }
        Duration pause = backoff.after(freeze.attempt(), asked);
        QuarkusTransaction.requiringNew().run(() -> queue.unknown(freeze, pause));
        LOG.infof("freeze %s, attempt %d: %s, looked up again in %s", freeze.id(), freeze.attempt(), what, pause);
        count("unclear");
    }

    private void count(String outcome) {
        metrics.counter("redress.triage.freeze.attempts", "outcome", outcome).increment();
    }
}
