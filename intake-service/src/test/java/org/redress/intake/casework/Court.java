package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.redress.contract.Category;
import org.redress.contract.ContractEvent;
import org.redress.contract.Severity;
import org.redress.contract.Tier;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.contract.triage.Liability;
import org.redress.contract.triage.Reason;
import org.redress.contract.triage.TriageEvent;
import org.redress.intake.Desk;
import org.redress.intake.Others;

/** One complaint at one platform and everybody around it. */
public final class Court implements AutoCloseable {
    static final String MERCHANT = "m-7";

    private final Others others = new Others();
    private final AtomicLong sequence = new AtomicLong();
    public final String platform;
    public final String me = Desk.someone();
    public final String id;

    public Court(String platform) {
        this.platform = platform;
        this.id = Desk.filed(platform, me);
    }

    private Court(String platform, String orderNo) {
        this.platform = platform;
        this.id = Desk.file(platform, me, Desk.filing(platform, me).put("orderNo", orderNo))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A complaint that triage has judged, for the first line. */
    public static Court triaged(String platform) {
        return new Court(platform).triaged();
    }

    /** The same, about that order. */
    public static Court triagedAbout(String platform, String orderNo) {
        return new Court(platform, orderNo).triaged();
    }

    private Court triaged() {
        triage(new ComplaintTriaged(
                UUID.fromString(id),
                1,
                Category.NOT_DELIVERED,
                Severity.NORMAL,
                0.9,
                List.of(Liability.MERCHANT),
                "delivery",
                Tier.JUNIOR,
                "agent-1",
                List.of(new Reason("paid-not-arrived", "paid, not arrived")),
                Instant.now()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status()).isEqualTo("TRIAGED"));
        return this;
    }

    /** Triage gives the case to another team. */
    public void move(Tier tier, String owner) {
        triage(new ComplaintAssigned(UUID.fromString(id), "delivery", tier, owner, "ESCALATED", Instant.now()));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(agent().getString("owner")).isEqualTo(owner));
    }

    private void triage(ContractEvent event) {
        others.tell(TriageEvent.TOPIC, TriageEvent.SOURCE, platform, id, sequence.incrementAndGet(), event);
    }

    public void sla(ContractEvent event) {
        others.tell(SlaEvent.TOPIC, SlaEvent.SOURCE, platform, id, sequence.incrementAndGet(), event);
    }

    private io.restassured.path.json.JsonPath agent() {
        return as("agent", platform, "agent-1").get("/api/v1/complaints/" + id).jsonPath();
    }

    public String status() {
        return agent().getString("status");
    }

    public io.restassured.path.json.JsonPath record() {
        return as("agent", platform, "agent-1")
                .get("/api/v1/complaints/" + id + "/case")
                .jsonPath();
    }

    public Response give(String role, String subject, String path, String body) {
        return as(role, platform, subject)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/complaints/" + id + "/" + path);
    }

    /** Must be done; returns what was opened. */
    public String done(String role, String subject, String path, String body) {
        return give(role, subject, path, body).then().statusCode(201).extract().path("id");
    }

    public String mine(String path, String body) {
        return done("complainant", me, path, body);
    }

    public String agents(String path, String body) {
        return done("agent", "agent-1", path, body);
    }

    /** Must be refused with that code. */
    public void refused(String role, String subject, String path, String body, int status, String code) {
        Response answer = give(role, subject, path, body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("code")).as(answer.asString()).isEqualTo(code);
    }

    public static String decision(String remedies) {
        return """
                {"outcome": "SUPPORTED", "basis": ["DELIVERY_OR_REFUND"], "reason": "paid, not delivered",
                 "remedies": [%s]}""".formatted(remedies);
    }

    public static String remedy(String type, Duration due) {
        return """
                {"type": "%s", "amount": "100", "currency": "CNY", "dueAt": "%s"}""".formatted(type, Instant.now().plus(due));
    }

    @Override
    public void close() {
        others.close();
    }
}
