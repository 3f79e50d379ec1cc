package org.redress.sla;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.service.id.Ids;
import org.redress.sla.inbound.CaseEventsConsumer;

/** What the tests do to the service. */
@ApplicationScoped
public class SlaFixture {
    private final CaseEventsConsumer consumer;
    private final Jdbi jdbi;

    SlaFixture(CaseEventsConsumer consumer, Jdbi jdbi) {
        this.consumer = consumer;
        this.jdbi = jdbi;
    }

    /** Hands events to the service as its reader does: in one transaction. */
    @Transactional
    public void receive(List<IncomingEvent> events) {
        consumer.intake(from(IntakeEvent.SOURCE, events));
        consumer.triage(from(TriageEvent.SOURCE, events));
    }

    private static List<IncomingEvent> from(String source, List<IncomingEvent> events) {
        return events.stream().filter(event -> event.source().equals(source)).toList();
    }

    /** The database's time. */
    public Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("select clock_timestamp() as now")
                .map((row, context) ->
                        row.getObject("now", OffsetDateTime.class).toInstant())
                .one());
    }

    public long count(String sql, Object... values) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.bind(i, values[i]);
            }
            return query.mapTo(Long.class).one();
        });
    }

    /** A platform nobody else uses, without a policy. */
    public static String newPlatform() {
        return "p-" + Ids.next().toString().replace("-", "").substring(4);
    }

    public static RequestSpecification as(String role, String platform, String subject) {
        return given().header("Authorization", "Bearer " + RedressInfra.token(role, platform, subject))
                .contentType("application/json");
    }

    /** Activates a policy of one metric with an ELAPSED target. */
    public static ValidatableResponse activate(String platform, String metric, String target, String levels) {
        return as("admin", platform, "admin-1")
                .body("""
                        {"platform": "%s", "calendar": "cn-24x7", "clocks": [{"metric": "%s", "when": "ALWAYS",
                         "target": "%s", "unit": "ELAPSED", "levels": [%s]}]}""".formatted(platform, metric, target, levels))
                .post("/api/v1/sla/policies")
                .then();
    }

    public static ValidatableResponse clocks(String role, String platform, String subject, UUID complaint) {
        return as(role, platform, subject)
                .get("/api/v1/sla/complaints/" + complaint)
                .then();
    }
}
