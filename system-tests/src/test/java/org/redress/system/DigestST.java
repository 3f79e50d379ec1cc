package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Levels that fire while nobody can be told, and a notification-service that is killed while it gathers them. */
class DigestST {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int COMPLAINTS = 10;

    private final Client client = RunningSystem.client();
    private final String platform = "burst-" + UUID.randomUUID().toString().substring(0, 6);
    private final String supervisor = client.token("supervisor", platform, "s-1");

    @Test
    void whatFiredWhileNobodyCouldBeToldIsOneMessageAlsoAfterAKill() throws Exception {
        openPlatform();
        var notification = RunningSystem.redress().service("notification");
        notification.stop();
        for (int i = 0; i < COMPLAINTS; i++) {
            file("u-" + i);
        }
        await().atMost(SOON).until(() -> fired().size() == 2 * COMPLAINTS);
        await().atMost(SOON)
                .until(() -> fired().stream()
                        .allMatch(level -> level.isBefore(Instant.now().minusSeconds(11))));

        notification.start();
        notification.awaitReady();
        // In the middle of it: some of it is gathered, or all of it, and perhaps told.
        notification.crash();
        notification.awaitReady();

        await().atMost(SOON).untilAsserted(() -> assertThat(told()).hasSize(2 * COMPLAINTS));
        assertThat(told()).doesNotHaveDuplicates();
        assertThat(client.items("/api/v1/inbox", supervisor)).hasSizeLessThanOrEqualTo(2);
    }

    private void openPlatform() throws Exception {
        String admin = client.token("admin", platform, "admin-1");
        JsonNode profile = Client.JSON.readTree("""
                {"id": "%s", "names": {"zh-CN": "急", "en": "Burst"}, "numberPrefix": "BU"}""".formatted(platform));
        assertThat(client.post("/api/v1/platforms", admin, profile).status()).isEqualTo(201);
        JsonNode policy = Client.JSON.readTree("""
                {"platform": "%s", "version": 1, "calendar": "cn-24x7", "clocks": [
                  {"metric": "FIRST_RESPONSE", "when": "ALWAYS", "target": "PT2S", "unit": "ELAPSED", "levels": [
                    {"at": "50%%", "kind": "WARNING", "to": "SUPERVISOR"},
                    {"at": "100%%", "kind": "BREACH", "to": "SUPERVISOR"}]}]}""".formatted(platform));
        assertThat(client.post("/api/v1/sla/policies", admin, policy).status()).isEqualTo(201);
    }

    private void file(String complainant) {
        var filed = client.post(
                "/api/v1/complaints",
                client.token("complainant", platform, complainant),
                Client.complaint(platform, complainant, "请问在哪里可以开发票"));
        assertThat(filed.status()).as(filed.body().toString()).isEqualTo(201);
    }

    private List<Instant> fired() {
        return client.items("/api/v1/sla/breaches", client.token("ops", platform, "o-1")).stream()
                .map(level ->
                        OffsetDateTime.parse(level.path("firesAt").asText()).toInstant())
                .toList();
    }

    /** Every level the supervisors were told of: complaint and kind. */
    private List<String> told() {
        List<String> told = new ArrayList<>();
        for (JsonNode message : client.items("/api/v1/inbox", supervisor)) {
            JsonNode whole = client.get("/api/v1/inbox/" + message.path("id").asText(), supervisor)
                    .body();
            if (whole.path("levels").isArray()) {
                whole.path("levels").forEach(level -> told.add(name(level)));
            } else {
                told.add(name(whole));
            }
        }
        return told;
    }

    private static String name(JsonNode level) {
        return level.path("complaintId").asText() + " " + level.path("kind").asText();
    }
}
