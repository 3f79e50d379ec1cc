package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.infra.RedressInfra;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.Crashes;
import org.redress.notification.outside.FakeGateway.Fault;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;
import org.redress.notification.sms.SendingStep;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class MisbehavingGatewayIT {
    private static final Set<Fault> FOR_GOOD = EnumSet.of(Fault.REFUSE);

    private final Crashes crashes;

    MisbehavingGatewayIT(Crashes crashes) {
        this.crashes = crashes;
    }

    @AfterEach
    void behaveAgain() {
        OutsideWorld.gateway().behave();
    }

    @Test
    void whateverTheGatewayDoesOneMessageIsAcceptedAndNeverTwo() {
        Map<Fault, Case> cases = new EnumMap<>(Fault.class);
        for (Fault fault : EnumSet.complementOf(EnumSet.copyOf(FOR_GOOD))) {
            Case filed = new Case("qihui");
            OutsideWorld.gateway().plan(filed.number, fault, 2);
            cases.put(fault, filed);
        }

        cases.values().forEach(filed -> OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed()));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(cases)
                        .allSatisfy((fault, filed) ->
                                assertThat(Service.smsState(filed)).isEqualTo("SENT")));
        SoftAssertions.assertSoftly(softly -> cases.forEach(
                (fault, filed) -> softly.assertThat(OutsideWorld.gateway().accepted(filed.number))
                        .as(fault.name())
                        .hasSize(1)));
    }

    @Test
    void aRefusalForGoodFailsAtOnceAndIsNotTriedAgain() {
        Case filed = new Case("qihui");
        OutsideWorld.gateway().plan(filed.number, Fault.REFUSE, 2);

        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());

        await().until(() -> Service.smsState(filed).equals("FAILED"));
        assertThat(Service.sms(filed))
                .containsEntry("reason", "REFUSED: gateway answered 422")
                .containsEntry("attempts", 1);
        assertThat(OutsideWorld.gateway().accepted(filed.number)).isEmpty();
    }

    @Test
    void aProcessThatDiesBetweenAnyTwoStepsSendsNothingTwice() {
        crashes.planAt(EnumSet.allOf(SendingStep.class));
        Map<SendingStep, Case> cases = new EnumMap<>(SendingStep.class);
        for (SendingStep step : SendingStep.values()) {
            cases.put(step, new Case("qihui"));
        }

        cases.values().forEach(filed -> OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed()));

        await().dontCatchUncaughtExceptions()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(cases)
                        .allSatisfy((step, filed) ->
                                assertThat(Service.smsState(filed)).isEqualTo("SENT")));
        await().dontCatchUncaughtExceptions().until(crashes::done);
        assertThat(cases)
                .allSatisfy((step, filed) -> assertThat(OutsideWorld.gateway().accepted(filed.number))
                        .hasSize(1));
    }

    @Test
    void intakeBeingAwayOrRefusingTheTokenDelaysTheMessageOnly() {
        for (int status : new int[] {503, 401}) {
            Case filed = new Case("qihui");
            OutsideWorld.intake().refuseWith(status);
            OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());
            await().until(() -> !Service.smsState(filed).isEmpty()
                    && ("intake answered " + status).equals(Service.sms(filed).get("reason")));

            OutsideWorld.intake().refuseWith(0);

            await().until(() -> Service.smsState(filed).equals("SENT"));
            assertThat(OutsideWorld.gateway().accepted(filed.number)).hasSize(1);
        }
    }
}
