package org.redress.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.Subscriptions;
import org.redress.messaging.database.MessagingDatabase;
import org.redress.messaging.envelope.EnvelopeCodec;
import org.redress.messaging.parked.ParkedRepository;
import org.redress.messaging.parked.StoredRecord;
import org.redress.service.id.Ids;

/** The one mapping of parked records, in a service that adds nothing but its path. */
@QuarkusTest
@WithTestResource(RedressInfra.class)
@NullUnmarked
class ParkedRecordsIT {
    private static final String PATH = "/api/notes/parked-records";
    private static final String REASON = "{\"reason\":\"a test's rubbish\"}";

    @Inject
    MessagingDatabase database;

    @Inject
    ParkedRepository rows;

    @Inject
    Subscriptions subscriptions;

    @Test
    void nobodyButOpsAndAdminsSeesOrTouchesThem() {
        String id = park("huijin", "note-events").toString();
        for (String role : List.of("complainant", "merchant", "agent", "supervisor", "platform", "partner")) {
            as(role, "huijin").get(PATH).then().statusCode(403);
            as(role, "huijin").post(PATH + "/" + id + "/replays").then().statusCode(403);
            discard(as(role, "huijin"), id, 403);
        }
        given().get(PATH).then().statusCode(401);
        given().post(PATH + "/" + id + "/replays").then().statusCode(401);
        discard(given(), id, 401);
        as("ops", "huijin").get(PATH).then().statusCode(200);
        as("admin", "huijin").get(PATH).then().statusCode(200);
    }

    @Test
    void opsSeesItsOwnPlatformsAndThoseThatNameNoneWithoutPayloads() {
        String own = park("p-own", "note-events").toString();
        String other = park("p-other", "note-events").toString();
        String nobodys = park(null, "note-events").toString();

        as("ops", "p-own")
                .get(PATH + "?limit=100")
                .then()
                .statusCode(200)
                .body("items.id", hasItems(own, nobodys))
                .body("items.id", not(hasItem(other)))
                .body("items[0].payload", equalTo(null))
                .body("items[0].reason", notNullValue());
        as("ops", "p-own").post(PATH + "/" + other + "/replays").then().statusCode(404);
        discard(as("ops", "p-own"), other, 404);
        discard(as("ops", "p-own"), nobodys, 204);
        discard(as("ops", "p-own"), nobodys, 404);
    }

    @Test
    void pagesGoFromTheNewestToTheOldestWithoutGaps() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            expected.add(0, park("p-pages", "note-events").toString());
        }
        var seen = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = as("ops", "p-pages")
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor.isEmpty() ? null : cursor)
                    .get(PATH)
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            cursor = page.getString("next");
        }
        assertThat(seen).containsSubsequence(expected).doesNotHaveDuplicates();
        as("ops", "p-pages").get(PATH + "?cursor=rubbish").then().statusCode(422);
        as("ops", "p-pages").get(PATH + "?limit=0").then().statusCode(422);
    }

    @Test
    void aReplayHandlesTheEventOnceAndOneThatFailsSaysWhy() {
        var handled = new CopyOnWriteArrayList<UUID>();
        subscriptions.subscribe("replayed-events", event -> handled.add(event.id()));
        UUID id = park("huijin", "replayed-events");
        UUID readByNobody = park("huijin", "read-by-nobody");

        as("ops", "huijin")
                .post(PATH + "/" + id + "/replays")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("DONE"));
        as("ops", "huijin").post(PATH + "/" + id + "/replays").then().statusCode(404);
        as("ops", "huijin")
                .post(PATH + "/" + readByNobody + "/replays")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", startsWith("the record failed again: the handler failed"));
        assertThat(handled).hasSize(1);
    }

    @Test
    void aRepeatUnderOneKeyIsAnsweredAsBeforeAndDoesNothing() {
        var handled = new CopyOnWriteArrayList<UUID>();
        subscriptions.subscribe("keyed-events", event -> handled.add(event.id()));
        String replayed = PATH + "/" + park("huijin", "keyed-events") + "/replays";
        String discarded = PATH + "/" + park("huijin", "note-events") + "/discards";

        for (int i = 0; i < 2; i++) {
            var again = i == 0 ? nullValue(String.class) : equalTo("true");
            as("ops", "huijin")
                    .header("Idempotency-Key", "replay-1")
                    .post(replayed)
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", again)
                    .body("outcome", equalTo("DONE"));
            as("ops", "huijin")
                    .header("Idempotency-Key", "discard-1")
                    .contentType("application/json")
                    .body(REASON)
                    .post(discarded)
                    .then()
                    .statusCode(204)
                    .header("Idempotency-Replayed", again);
        }
        assertThat(handled).hasSize(1);
        as("ops", "huijin")
                .header("Idempotency-Key", "discard-1")
                .contentType("application/json")
                .body("{\"reason\":\"another one\"}")
                .post(discarded)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void theApiDescriptionNamesThePathsAndTheRoles() {
        given().get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'" + PATH + "'.get.summary", notNullValue())
                .body("paths.'" + PATH + "/{id}/replays'.post.responses", notNullValue())
                .body("paths.'" + PATH + "/{id}/discards'.post.responses.keySet()", hasItems("204", "404"))
                .body("components.schemas.keySet()", hasItems("Discard", "ReplayOutcome"));
    }

    private UUID park(String platform, String topic) {
        var event = new IncomingEvent(
                UUID.randomUUID(),
                "/redress/elsewhere",
                "org.example.noted.v1",
                "note-1",
                "huijin",
                1,
                Instant.parse("2026-11-20T10:00:00Z"),
                "{}".getBytes(StandardCharsets.UTF_8));
        var written = EnvelopeCodec.write(topic, event);
        var received = new ConsumerRecord<>(topic, 0, 0, "note-1".getBytes(StandardCharsets.UTF_8), written.value());
        written.headers().forEach(received.headers()::add);
        UUID id = Ids.next();
        database.jdbi().useHandle(handle -> {
            // Each from a partition of its own: one place on a topic is parked once.
            rows.park(handle, "notes", StoredRecord.of(id, received, event), "planned", 1);
            handle.createUpdate("update parked_record set platform = :platform, partition_number = :n where id = :id")
                    .bind("platform", platform)
                    .bind("n", id.hashCode() & Integer.MAX_VALUE)
                    .bind("id", id)
                    .execute();
        });
        return id;
    }

    private static void discard(RequestSpecification caller, String id, int status) {
        caller.contentType("application/json")
                .body(REASON)
                .post(PATH + "/" + id + "/discards")
                .then()
                .statusCode(status);
    }

    private static RequestSpecification as(String role, String platform) {
        return given().headers(Map.of("Authorization", "Bearer " + RedressInfra.token(role, platform, role + "-1")));
    }
}
