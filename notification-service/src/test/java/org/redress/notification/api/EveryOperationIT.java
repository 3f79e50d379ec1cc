package org.redress.notification.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.infra.RedressInfra;
import org.redress.infra.hostile.Belongings;
import org.redress.infra.hostile.EveryOperation;
import org.redress.infra.hostile.Scene;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

/** Every operation of the document, called by those who may not, and with what nobody should send. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class EveryOperationIT {
    private final EveryOperation operations = new EveryOperation(Set.of("outbox"));

    /** Figures, and lists that nothing of these is on. */
    private static final Set<String> BLIND = Set.of("/api/v1/notifications/parked-records");

    @Test
    void isForThoseWhoAreNamedAndForNobodyElse() {
        assertThat(operations.otherwiseThan("who-may-call.txt")).isEmpty();
    }

    @Test
    void refusesTheOthersWithoutATrace() {
        assertThat(operations.byTheWrongOnes()).isEmpty();
    }

    @Test
    void keepsATenantsThingsFromTheStaffOfOthers() {
        assertThat(operations.byStrangersTo(belongings(), BLIND)).isEmpty();
    }

    @Test
    void answersWhateverIsSentAsDocumentedAndARefusalLeavesNothing() {
        assertThat(operations.withWhateverIsSent(2_000, EveryOperationIT::scene))
                .isEmpty();
    }

    private static Scene scene() {
        return new Scene(EveryOperation.PLATFORM, UUID.randomUUID().toString(), Map.of(), List.of(), List.of());
    }

    /** A filing's SMS, which is sent, and its message. */
    private static Belongings belongings() {
        Case filed = new Case("qihui");
        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());
        await().until(() -> Service.smsState(filed).equals("SENT"));
        String sms = String.valueOf(Service.sms(filed).get("id"));
        String message = String.valueOf(Service.inbox("complainant", filed.platform, filed.complainant)
                .get(0)
                .get("id"));
        return new Belongings(
                filed.platform,
                filed.complainant,
                Map.of(
                        "/api/v1/notifications/{id}", "/api/v1/notifications/" + sms,
                        "/api/v1/inbox/{id}", "/api/v1/inbox/" + message),
                Map.of("complaint", filed.id.toString()),
                List.of(filed.id.toString(), sms, message));
    }
}
