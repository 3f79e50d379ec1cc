package org.redress.notification.sms;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * What follows from what was learnt at an attempt: a pure function, so that every case can be read and tested. The rule
 * behind it (I4): nothing is sent while it is possible that it was sent before.
 */
final class SendingPolicy {
    private static final int LARGEST_EXPONENT = 20;

    private final Limits limits;
    private final DoubleSupplier random;

    /**
     * The durations it works with.
     *
     * @param firstPause after the first failure
     * @param longestPause between two attempts
     * @param longestRetryAfter that is honoured
     * @param settle after which a look-up that finds nothing is believed
     */
    record Limits(Duration firstPause, Duration longestPause, Duration longestRetryAfter, Duration settle) {}

    /** @param random jitter, in [0, 1) */
    SendingPolicy(Limits limits, DoubleSupplier random) {
        this.limits = limits;
        this.random = random;
    }

    /** After the gateway was asked to send. */
    NextStep afterSending(ClaimedSms sms, GatewayAnswer answer) {
        if (answer instanceof GatewayAnswer.NotAccepted not) {
            return unlessOverdue(sms, NextStep.again(pause(sms, not), not.reason()));
        }
        return common(sms, answer);
    }

    /** After the gateway was asked what became of an earlier request. */
    NextStep afterLookUp(ClaimedSms sms, GatewayAnswer answer) {
        if (answer instanceof GatewayAnswer.NotAccepted not) {
            Duration since = sms.sincePosted();
            if (since == null || since.compareTo(limits.settle()) >= 0) {
                return unlessOverdue(sms, NextStep.again(Duration.ZERO, not.reason()));
            }
            Duration rest = limits.settle().minus(since);
            Duration pause = backoff(sms.attempts());
            return unlessOverdue(
                    sms, NextStep.unknown(pause.compareTo(rest) < 0 ? pause : rest, false, "look-up: not yet there"));
        }
        return common(sms, answer);
    }

    /** After the contact could not be asked for: nothing was sent. */
    NextStep afterNoContact(ClaimedSms sms, String reason) {
        return unlessOverdue(sms, NextStep.again(backoff(sms.attempts()), reason));
    }

    private NextStep common(ClaimedSms sms, GatewayAnswer answer) {
        if (answer instanceof GatewayAnswer.Accepted accepted) {
            return NextStep.sent(accepted.messageId());
        }
        if (answer instanceof GatewayAnswer.Refused refused) {
            return NextStep.refused(refused.reason());
        }
        if (answer instanceof GatewayAnswer.Unclear unclear) {
            // A look-up that failed says nothing about the request it asked for: that stays as settled as it was.
            boolean settled = unclear.settled() || (sms.unclear() && sms.sincePosted() == null);
            return unlessOverdue(sms, NextStep.unknown(backoff(sms.attempts()), settled, unclear.reason()));
        }
        throw new IllegalArgumentException("no rule for " + answer);
    }

    private NextStep unlessOverdue(ClaimedSms sms, NextStep step) {
        return sms.overdue() && !step.ends() ? step.givenUp() : step;
    }

    private Duration pause(ClaimedSms sms, GatewayAnswer.NotAccepted answer) {
        Duration own = backoff(sms.attempts());
        Duration asked = answer.retryAfter();
        if (asked == null) {
            return own;
        }
        Duration honoured = asked.compareTo(limits.longestRetryAfter()) < 0 ? asked : limits.longestRetryAfter();
        // Never earlier than asked for, and not all at the same moment.
        return honoured.plusMillis((long) (limits.firstPause().toMillis() * random.getAsDouble()));
    }

    /** Doubling pauses with jitter: between half of the nominal pause and all of it. */
    private Duration backoff(int attempts) {
        long factor = 1L << Math.min(Math.max(attempts - 1, 0), LARGEST_EXPONENT);
        long nominal = Math.min(
                limits.firstPause().toMillis() * factor, limits.longestPause().toMillis());
        return Duration.ofMillis(nominal / 2 + (long) (nominal / 2.0 * random.getAsDouble()));
    }
}
