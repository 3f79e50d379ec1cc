package org.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.infra.RedressInfra;
import org.redress.infra.hostile.Belongings;
import org.redress.infra.hostile.EveryOperation;
import org.redress.infra.hostile.Scene;
import org.redress.infra.platform.PlatformServer;

/** Every operation of the document, called by those who may not, and with what nobody should send. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.GLOBAL)
class EveryOperationIT {
    private final EveryOperation operations = new EveryOperation(Set.of("outbox"));

    /** Figures, and lists that nothing of these is on. */
    private static final Set<String> BLIND = Set.of("/api/v1/queues", "/api/v1/triage/parked-records");

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

    /** A stolen account's case and its freeze, which is done: nothing is written to them any more. */
    private static Belongings belongings() {
        ComplaintFiled filed = Wire.filed("huijin", "账号被盗了,不是我本人操作,请马上冻结");
        Wire.file(filed);
        String complaint = filed.complaintId().toString();
        JsonPath triaged = await().until(
                        () -> PathIT.triaged("huijin", filed.complaintId()),
                        answer -> "CONFIRMED".equals(answer.getString("freezes[0].state")));
        String freeze = triaged.getString("freezes[0].freezeId");
        return new Belongings(
                "huijin",
                "u-1",
                Map.of(
                        "/api/v1/triage/complaints/{id}", "/api/v1/triage/complaints/" + complaint,
                        "/api/v1/freezes/{id}", "/api/v1/freezes/" + freeze),
                Map.of("complaint", complaint, "queue", triaged.getString("queue")),
                List.of(complaint, freeze));
    }
}
