package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whole ladder: each appeal moves the case to the team above, to somebody who did not decide, up to the panel and outside. */
class AppealsST {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PLATFORM = "kamen";
    private static final String DECISION =
            "{'outcome': 'NOT_SUPPORTED', 'basis': ['NOT_PROVEN'], 'reason': 'nothing shows it', 'facts': 'the code was sent'}";
    private static final String UPHELD =
            "{'outcome': 'UPHELD', 'basis': ['NOT_PROVEN'], 'reason': 'nothing new shows it'}";

    private final Client client = RunningSystem.client();
    private final String me = "u-" + UUID.randomUUID();

    @Test
    void appealsGoUpToThePanelAndThenTheWayOutsideIsExplained() {
        String id = client.post(
                        "/api/v1/complaints",
                        client.token("complainant", PLATFORM, me),
                        Client.complaint(PLATFORM, me, "I paid for a game card an hour ago and never got the code"))
                .text("id");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(read(id, "").path("status").asText()).isEqualTo("TRIAGED"));
        List<String> deciders = new ArrayList<>();
        List<String> tiers = new ArrayList<>();
        deciders.add(owner(id));
        assertThat(give("agent", deciders.get(0), id, "decisions", DECISION).status())
                .isEqualTo(201);
        while (!tiers.contains("MEDIATION_PANEL")) {
            climb(id, deciders, tiers);
        }

        assertThat(tiers).endsWith("SPECIAL_TEAM", "MEDIATION_PANEL");
        assertThat(deciders).doesNotHaveDuplicates();
        var again = give("complainant", me, id, "appeals", "{'reason': 'no', 'news': 'more'}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("code")).isIn("no-higher-tier", "appeals-used-up");
        outside(id, deciders.get(deciders.size() - 1));
    }

    private void climb(String id, List<String> deciders, List<String> tiers) {
        var appealed = give("complainant", me, id, "appeals", "{'reason': 'unfair', 'news': 'a chat log'}");
        assertThat(appealed.status()).as("%s", appealed.body()).isEqualTo(201);
        String appeal = appealed.text("id");
        JsonNode appeals = read(id, "/case").path("appeals");
        String tier = appeals.path(appeals.size() - 1).path("tier").asText();
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(read(id, "").path("tier").asText()).isEqualTo(tier));
        String decision = "appeals/" + appeal + "/decision";
        String before = deciders.get(deciders.size() - 1);
        assertThat(give("agent", before, id, decision, UPHELD).text("code")).isEqualTo("decided-before");
        String owner = owner(id);
        var decided = give("agent", owner, id, decision, UPHELD);
        assertThat(decided.status()).as("%s by %s", decided.body(), owner).isEqualTo(201);
        deciders.add(owner);
        tiers.add(tier);
    }

    private void outside(String id, String owner) {
        JsonNode routes = client.get("/api/v1/complaints/" + id + "/case", client.token("complainant", PLATFORM, me))
                .body()
                .path("externalRoutes");
        assertThat(routes.path("appealsLeft").asInt(-1)).isZero();
        assertThat(routes.path("explanation").asText()).contains("bodies");
        assertThat(routes.path("routes"))
                .isNotEmpty()
                .allMatch(route -> route.path("open").asBoolean());
        var referred = give("agent", owner, id, "referrals", "{'body': 'REGULATORS'}");
        assertThat(referred.status()).isEqualTo(201);
        assertThat(give("agent", owner, id, "referrals/" + referred.text("id") + "/answer", "{'outcome': 'REJECTED'}")
                        .status())
                .isEqualTo(201);
        assertThat(give("complainant", me, id, "closure", "{}").status()).isEqualTo(201);
        assertThat(give("complainant", me, id, "rating", "{'handling': 2}").status())
                .isEqualTo(201);
    }

    private String owner(String id) {
        return read(id, "").path("owner").asText();
    }

    private JsonNode read(String id, String part) {
        return client.get("/api/v1/complaints/" + id + part, client.token("supervisor", PLATFORM, "super-1"))
                .body();
    }

    private Client.Answer give(String role, String subject, String id, String path, String body) {
        try {
            return client.post(
                    "/api/v1/complaints/" + id + "/" + path,
                    client.token(role, PLATFORM, subject),
                    Client.JSON.readTree(body.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
