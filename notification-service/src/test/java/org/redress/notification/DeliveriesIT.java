package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.FakeGateway.Fault;
import org.redress.notification.outside.FakeIntake;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class DeliveriesIT {
    private final Case filed = new Case("kamen");

    @AfterEach
    void behaveAgain() {
        OutsideWorld.gateway().behave();
    }

    @Test
    void staffSeeEveryDeliveryAndTheComplainantOnlyTheirOwnAllMasked() {
        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());
        OutsideWorld.topics().write(TriageEvent.TOPIC, filed.assigned("agent-7"));
        await().until(() ->
                Service.deliveries(filed).size() == 3 && Service.smsState(filed).equals("SENT"));

        String phone = FakeIntake.phone(filed.id);
        assertThat(Service.sms(filed))
                .containsEntry("recipient", phone.substring(0, 6) + "****" + phone.substring(10))
                .containsEntry("recipientKind", "PERSON")
                .containsEntry("complaintId", filed.id.toString())
                .hasEntrySatisfying(
                        "text", text -> assertThat(String.valueOf(text)).contains(filed.number));
        List<String> own = Service.as("complainant", "kamen", filed.complainant)
                .queryParam("complaint", filed.id)
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.template");
        assertThat(own).containsExactlyInAnyOrder("complaint-filed", "complaint-filed");
    }

    @Test
    void aForeignComplaintAndAnAbsentOneAreTheSame404() {
        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());
        await().until(() -> Service.smsState(filed).equals("SENT"));
        String delivery = String.valueOf(Service.sms(filed).get("id"));

        refused("complainant", "kamen", "stranger", filed.id, delivery);
        refused("ops", "wangwang", "ops-1", filed.id, delivery);
        refused("ops", "kamen", "ops-1", UUID.randomUUID(), UUID.randomUUID().toString());
    }

    @Test
    void opsHasAFailedDeliveryTriedAgainOnce() {
        OutsideWorld.gateway().plan(filed.number, Fault.REFUSE, 1);
        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());
        await().until(() -> Service.smsState(filed).equals("FAILED"));
        String path = "/api/v1/notifications/" + Service.sms(filed).get("id") + "/retries";
        Service.as("agent", "kamen", "a-1").post(path).then().statusCode(403);
        Service.as("ops", "wangwang", "ops-1").post(path).then().statusCode(404);

        String key = UUID.randomUUID().toString();
        Service.as("ops", "kamen", "ops-1")
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(202);
        await().until(() -> Service.smsState(filed).equals("SENT"));

        Service.as("ops", "kamen", "ops-1")
                .header("Idempotency-Key", key)
                .post(path)
                .then()
                .statusCode(202);
        Service.as("ops", "kamen", "ops-1").post(path).then().statusCode(409);
        assertThat(OutsideWorld.gateway().accepted(filed.number)).hasSize(1);
    }

    @Test
    void opsFindsWhatFailedOnThePlatform() {
        OutsideWorld.gateway().plan(filed.number, Fault.REFUSE, 1);
        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());
        await().until(() -> Service.smsState(filed).equals("FAILED"));

        var failed = Service.as("ops", "kamen", "ops-1")
                .queryParam("state", "FAILED")
                .get("/api/v1/notifications")
                .jsonPath();

        assertThat(failed.getList("items.complaintId")).contains(filed.id.toString());
        assertThat(failed.getList("items.state")).containsOnly("FAILED");
        assertThat(failed.getList("items.platform")).containsOnly("kamen");
    }

    private static void refused(String role, String platform, String subject, UUID complaint, String delivery) {
        Service.as(role, platform, subject)
                .queryParam("complaint", complaint)
                .get("/api/v1/notifications")
                .then()
                .statusCode(404);
        Service.as(role, platform, subject)
                .get("/api/v1/notifications/" + delivery)
                .then()
                .statusCode(404);
    }
}
