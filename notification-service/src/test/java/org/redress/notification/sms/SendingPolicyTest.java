package org.redress.notification.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.notification.delivery.DeliveryState;
import org.redress.notification.sms.GatewayAnswer.Accepted;
import org.redress.notification.sms.GatewayAnswer.NotAccepted;
import org.redress.notification.sms.GatewayAnswer.Refused;
import org.redress.notification.sms.GatewayAnswer.Unclear;

class SendingPolicyTest {
    private static final Duration SETTLE = Duration.ofSeconds(15);
    private final SendingPolicy policy = new SendingPolicy(
            new SendingPolicy.Limits(Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10), SETTLE),
            () -> 0.5);

    @Test
    void anAcceptedMessageIsSent() {
        assertThat(policy.afterSending(sms(1), new Accepted("m-1"))).isEqualTo(NextStep.sent("m-1"));
        assertThat(policy.afterLookUp(unclear(2, SETTLE), new Accepted("m-1"))).isEqualTo(NextStep.sent("m-1"));
    }

    @Test
    void aRefusedMessageFailsAtOnce() {
        NextStep step = policy.afterSending(sms(1), new Refused("gateway answered 422"));

        assertThat(step.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(step.reason()).isEqualTo("REFUSED: gateway answered 422");
    }

    @Test
    void anUnclearSendIsUnknownUntilItIsLookedUp() {
        NextStep step = policy.afterSending(sms(1), new Unclear("cut", false));

        assertThat(step.state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(step.unclear()).isTrue();
        assertThat(step.settled()).isFalse();
    }

    @Test
    void aLookUpThatFindsNothingProvesNothingWhileTheGatewayMayStillBeAtWork() {
        NextStep step = policy.afterLookUp(unclear(5, SETTLE.minusMillis(1)), new NotAccepted("absent", null));

        assertThat(step.state()).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(step.unclear()).isTrue();
        assertThat(step.pause()).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aLookUpThatFindsNothingAfterThatFreesTheMessageForAnotherSend() {
        NextStep settledByTime = policy.afterLookUp(unclear(5, SETTLE), new NotAccepted("absent", null));
        NextStep settledByAnswer = policy.afterLookUp(unclear(2, null), new NotAccepted("absent", null));

        assertThat(settledByTime.state()).isEqualTo(DeliveryState.DUE);
        assertThat(settledByTime.unclear()).isFalse();
        assertThat(settledByAnswer.state()).isEqualTo(DeliveryState.DUE);
        assertThat(settledByAnswer.pause()).isZero();
    }

    @Test
    void aFailedLookUpLeavesTheRequestAsSettledAsItWas() {
        assertThat(policy.afterLookUp(unclear(2, null), new Unclear("look-up", false))
                        .settled())
                .isTrue();
        assertThat(policy.afterLookUp(unclear(2, SETTLE), new Unclear("look-up", false))
                        .settled())
                .isFalse();
    }

    @Test
    void pausesDoubleUpToTheLongestWithJitter() {
        assertThat(policy.afterNoContact(sms(1), "x").pause()).isEqualTo(Duration.ofMillis(750));
        assertThat(policy.afterNoContact(sms(2), "x").pause()).isEqualTo(Duration.ofMillis(1500));
        assertThat(policy.afterNoContact(sms(100), "x").pause()).isEqualTo(Duration.ofMillis(22_500));
    }

    @Test
    void retryAfterIsHonouredWithinItsBound() {
        assertThat(policy.afterSending(sms(1), new NotAccepted("429", Duration.ofSeconds(40)))
                        .pause())
                .isEqualTo(Duration.ofMillis(40_500));
        assertThat(policy.afterSending(sms(1), new NotAccepted("429", Duration.ofDays(3)))
                        .pause())
                .isEqualTo(Duration.ofMinutes(10).plusMillis(500));
    }

    @Test
    void anOverdueMessageIsGivenUpWithWhatIsKnownOfIt() {
        NextStep clear = policy.afterNoContact(overdue(false), "intake answered 503");
        NextStep unclear = policy.afterLookUp(overdue(true), new Unclear("look-up: cut", false));

        assertThat(clear.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(clear.unclear()).isFalse();
        assertThat(clear.reason()).isEqualTo("GAVE_UP: intake answered 503");
        assertThat(unclear.state()).isEqualTo(DeliveryState.FAILED);
        assertThat(unclear.unclear()).isTrue();
        assertThat(unclear.reason()).isEqualTo("UNCLEAR: look-up: cut");
    }

    @Test
    void anOverdueMessageThatIsAcceptedAfterAllIsSent() {
        assertThat(policy.afterLookUp(overdue(true), new Accepted("m")).state()).isEqualTo(DeliveryState.SENT);
    }

    private static ClaimedSms sms(int attempts) {
        return claimed(attempts, false, null, false);
    }

    private static ClaimedSms unclear(int attempts, @Nullable Duration sincePosted) {
        return claimed(attempts, true, sincePosted, false);
    }

    private static ClaimedSms overdue(boolean unclear) {
        return claimed(9, unclear, unclear ? SETTLE : null, true);
    }

    private static ClaimedSms claimed(int attempts, boolean unclear, @Nullable Duration sincePosted, boolean overdue) {
        return new ClaimedSms(
                new UUID(0, 1),
                new UUID(0, 2),
                "qihui",
                "complaint-filed",
                "zh-CN",
                Map.of(),
                "out",
                "complainant",
                attempts,
                attempts,
                unclear,
                sincePosted,
                overdue);
    }
}
