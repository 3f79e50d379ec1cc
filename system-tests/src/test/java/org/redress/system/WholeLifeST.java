package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case on each platform from filing to rating, over the front door, with the clocks that its acts start and meet. */
class WholeLifeST {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Client client = RunningSystem.client();

    @ParameterizedTest
    @CsvSource({
        "huijin, I paid for a game card an hour ago and never got the code",
        "kameng, The card I bought yesterday was paid and not delivered; the seller does not answer",
        "qihui, I topped up 100 CNY for my phone an hour ago and paid; the top-up never arrived",
        "kamen, I paid for ten card codes and nothing was delivered; it is for a resale tonight",
        "wangwang, I paid for a membership this morning and it was never delivered to my account"
    })
    void aCaseLivesFromFilingToRating(String platform, String description) {
        Life life = new Life(platform, description);
        life.triaged();
        life.mine("messages", "{'text': 'the card is for tonight'}");
        life.agents("responses", "{'text': 'I look at the order'}");
        life.mine("urges", "{}");
        life.agents("materials-requests", "{'items': [{'text': 'your account', 'reason': 'to see where it went'}]}");
        life.mine("supplements", "{'items': ['1'], 'note': 'account 7'}");
        life.agents("decisions", """
                {'outcome': 'PARTLY_SUPPORTED', 'basis': ['DELIVERY_OR_REFUND'], 'reason': 'paid, not delivered',
                 'remedies': [{'type': 'REFUND', 'amount': '50.00', 'currency': 'CNY', 'dueAt': '%s'}]}""".formatted(Instant.now().plus(Duration.ofDays(1))));
        String remedy = life.part("remedies");
        await().atMost(SOON).until(() -> life.carriedOut(remedy));
        life.mine("remedies/" + remedy + "/confirmation", "{}");
        String appeal = life.mine("appeals", "{'reason': 'I paid it all', 'news': 'the receipt'}");
        life.done(
                "supervisor",
                "super-life",
                "appeals/" + appeal + "/decision",
                "{'outcome': 'UPHELD', 'basis': ['R1'], 'reason': 'half of it was used'}");
        String referral = life.agents("referrals", "{'body': '%s'}".formatted(life.body()));
        assertThat(life.read("/case").path("externalRoutes").path("appealsLeft").isInt())
                .isTrue();
        life.agents("referrals/" + referral + "/answer", "{'outcome': 'SETTLED'}");
        life.mine("closure", "{}");
        life.mine("rating", "{'handling': 4}");
        assertThat(life.read("/timeline/verification").path("valid").asBoolean())
                .as("the timeline is as it was written")
                .isTrue();
        assertThat(life.read("/precedents?limit=1").path("items").isArray()).isTrue();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(life.clocks())
                        .containsEntry("FIRST_RESPONSE", "MET")
                        .containsEntry("RESOLUTION", "MET")
                        .containsEntry("URGE_ANSWER", "MET")
                        .containsEntry("MATERIAL_REVIEW", "MET")
                        .containsEntry("REMEDY", "MET")
                        .containsEntry("APPEAL_REVIEW", "MET")
                        .containsEntry("EXTERNAL", "MET")
                        .doesNotContainValue("RUNNING")
                        .doesNotContainValue("PAUSED"));
    }

    /** One complaint and everybody around it. */
    private final class Life {
        private final String platform;
        private final String me = "u-" + UUID.randomUUID();
        private final String id;

        Life(String platform, String description) {
            this.platform = platform;
            var filed = client.post(
                    "/api/v1/complaints",
                    client.token("complainant", platform, me),
                    Client.complaint(platform, me, description)
                            .put("orderNo", "UNDELIVERED-100.00-" + me.substring(2, 10)));
            assertThat(filed.status()).isEqualTo(201);
            this.id = filed.text("id");
        }

        void triaged() {
            await().atMost(SOON)
                    .untilAsserted(
                            () -> assertThat(read("").path("status").asText()).isEqualTo("TRIAGED"));
        }

        String mine(String path, String body) {
            return done("complainant", me, path, body);
        }

        String agents(String path, String body) {
            return done("agent", "agent-life", path, body);
        }

        String done(String role, String subject, String path, String body) {
            var answer = client.post(
                    "/api/v1/complaints/" + id + "/" + path, client.token(role, platform, subject), json(body));
            assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(201);
            return answer.text("id");
        }

        /** The platform does it by itself. */
        boolean carriedOut(String remedy) {
            JsonNode first = read("/remedies").path("remedies").path(0);
            return first.path("id").asText().equals(remedy)
                    && first.path("state").asText().equals("EXECUTED");
        }

        String part(String list) {
            return read("/case").path(list).path(0).path("id").asText();
        }

        /** Somebody outside whom the platform names. */
        String body() {
            return client.get("/api/v1/platforms/" + platform, client.token("complainant", platform, me))
                    .body()
                    .at("/externalBodies/0/code")
                    .asText();
        }

        Map<String, String> clocks() {
            Map<String, String> states = new TreeMap<>();
            client.get("/api/v1/sla/complaints/" + id, client.token("ops", platform, "ops-1"))
                    .body()
                    .path("clocks")
                    .forEach(clock -> states.put(
                            clock.path("metric").asText(), clock.path("state").asText()));
            return states;
        }

        private JsonNode read(String part) {
            return client.get("/api/v1/complaints/" + id + part, client.token("agent", platform, "agent-life"))
                    .body();
        }

        private static JsonNode json(String body) {
            try {
                return Client.JSON.readTree(body.replace('\'', '"'));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
