package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A complaint that climbs a whole ladder within seconds, and what each of its receivers sees of it. */
final class Ladder {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String POLICY = """
            {"platform": "%s", "version": 1, "calendar": "cn-24x7", "clocks": [
              {"metric": "FIRST_RESPONSE", "when": "ALWAYS", "target": "PT4S", "unit": "ELAPSED", "levels": [
                {"at": "50%%", "kind": "WARNING", "to": "OWNER"},
                {"at": "100%%", "kind": "BREACH", "to": "SUPERVISOR"},
                {"at": "+PT1S", "kind": "ESCALATION", "to": "PRIORITY"},
                {"at": "+PT2S", "kind": "ESCALATION", "to": "SENIOR_TIER"},
                {"at": "+PT3S", "kind": "ESCALATION", "to": "PLATFORM"}]}]}""";

    private final Client client;
    private final String platform;
    private final String complaint;
    private final String firstOwner;

    private Ladder(Client client, String platform, String complaint, String firstOwner) {
        this.client = client;
        this.platform = platform;
        this.complaint = complaint;
        this.firstOwner = firstOwner;
    }

    /** Makes a platform with a ladder and files a complaint that nobody answers. */
    static Ladder climb(Client client) {
        String platform = "fast-" + UUID.randomUUID().toString().substring(0, 6);
        String admin = client.token("admin", platform, "admin-1");
        JsonNode profile = json("""
                {"id": "%s", "names": {"zh-CN": "快", "en": "Fast"}, "numberPrefix": "FA"}""".formatted(platform));
        assertThat(client.post("/api/v1/platforms", admin, profile).status()).isEqualTo(201);
        var created = client.post("/api/v1/sla/policies", admin, json(POLICY.formatted(platform)));
        assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
        var filed = client.post(
                "/api/v1/complaints",
                client.token("complainant", platform, "u-1"),
                Client.complaint(platform, "u-1", "请问在哪里可以开发票"));
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
        String id = filed.text("id");
        JsonNode triaged = await().atMost(SOON)
                .until(
                        () -> client.get("/api/v1/triage/complaints/" + id, client.token("ops", platform, "o-1")),
                        answer -> answer.status() == 200)
                .body();
        return new Ladder(client, platform, id, triaged.path("owner").asText());
    }

    /** Each level reached its receiver, once, and nobody else. */
    void assertEachLevelReachedItsReceiverOnce() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(fired())
                    .containsExactlyInAnyOrder("WARNING", "BREACH", "ESCALATION", "ESCALATION", "ESCALATION");
            assertThat(kinds("agent", firstOwner))
                    .containsExactlyInAnyOrder("complaint-assigned", "deadline-approaching");
            assertThat(kinds("supervisor", "s-1")).containsExactly("deadline-breached");
            assertThat(kinds("platform", "backend")).containsExactly("deadline-overdue");
            JsonNode triaged = client.get("/api/v1/triage/complaints/" + complaint, token("ops", "o-1"))
                    .body();
            assertThat(triaged.path("tier").asText()).isEqualTo("SENIOR");
            assertThat(triaged.path("rank").asInt()).isEqualTo(1);
            assertThat(triaged.path("raises")).hasSize(1);
            String owner = triaged.path("owner").asText();
            assertThat(owner).isNotEqualTo(firstOwner);
            assertThat(kinds("agent", owner)).containsExactly("complaint-assigned");
            assertThat(kinds("ops", "o-1"))
                    .containsExactlyInAnyOrder(
                            "deadline-approaching", "deadline-breached", "complaint-escalated", "deadline-overdue");
        });
    }

    /** Each level of the ladder is on sla's topic, each action as the ladder says. */
    void assertPublished(TopicReader events) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(events.typesFor(complaint))
                    .filteredOn(type -> !type.contains("clock-"))
                    .containsExactly(
                            "org.redress.deadline-approaching.v1",
                            "org.redress.deadline-breached.v1",
                            "org.redress.complaint-escalated.v1",
                            "org.redress.complaint-escalated.v1",
                            "org.redress.complaint-escalated.v1");
        });
    }

    private List<String> fired() {
        return client.items("/api/v1/sla/breaches", token("ops", "o-1")).stream()
                .filter(level -> level.path("complaintId").asText().equals(complaint))
                .map(level -> level.path("kind").asText())
                .toList();
    }

    private List<String> kinds(String role, String subject) {
        return client.items("/api/v1/inbox", token(role, subject)).stream()
                .map(message -> message.path("kind").asText())
                .toList();
    }

    private String token(String role, String subject) {
        return client.token(role, platform, subject);
    }

    private static JsonNode json(String text) {
        try {
            return Client.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
