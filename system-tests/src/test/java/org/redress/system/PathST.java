package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From filing to triage, clocks, SMS and inbox, as a client sees it. */
class PathST {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Client client = RunningSystem.client();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            huijin   | 我的账号被盗了，有人正在用我的余额买点卡，请马上冻结        | ACCOUNT_ANOMALY | CRITICAL
            kameng   | 充值了三百元游戏币，付款成功，一直没有到账                  | NOT_DELIVERED   | URGENT
            qihui    | 话费充值五十元，钱已扣，两个小时了还没有到账                | NOT_DELIVERED   | URGENT
            kamen    | I paid for a game card an hour ago and never got the code  | NOT_DELIVERED   | URGENT
            wangwang | 请问在哪里可以开发票                                       | OTHER           | NORMAL
            """)
    void aComplaintOnEachPlatformIsJudgedClockedAndAnnounced(
            String platform, String description, String category, String severity) {
        Case filed = file(Client.complaint(platform, subject(), description));

        JsonNode judged = triaged(filed);
        assertThat(judged.path("category").asText()).isEqualTo(category);
        assertThat(judged.path("severity").asText()).isEqualTo(severity);
        assertThat(judged.path("queue").asText()).isNotBlank();
        assertThat(judged.path("owner").asText()).isNotBlank();
        assertThat(judged.path("reasons")).isNotEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(clocks(filed)).isNotEmpty());
        assertToldOnce(filed);
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode complaint =
                    client.get("/api/v1/complaints/" + filed.id, filed.token).body();
            assertThat(complaint.path("severity").asText()).isEqualTo(severity);
            assertThat(complaint.path("promises")).isNotEmpty();
            assertThat(complaint.path("promises")).anyMatch(promise -> promise.hasNonNull("dueAt"));
        });
    }

    @Test
    void theQihuiExampleRunsAWorkingDayClockAndIsAnnouncedWithinTwoSeconds() {
        ObjectNode complaint =
                Client.complaint("qihui", subject(), "2023年10月15日14:30购买100元游戏点卡，付款成功30分钟后仍未到账，要求发货，否则退款并补偿10元");
        complaint.put("orderNo", "QH2023101500123").put("category", "NOT_DELIVERED");
        complaint.putArray("demands").addObject().put("type", "REDELIVER");
        ((com.fasterxml.jackson.databind.node.ArrayNode) complaint.path("demands"))
                .addObject()
                .put("type", "COMPENSATE")
                .put("amount", "10.00")
                .put("currency", "CNY");
        Instant before = Instant.now();
        Case filed = file(complaint);
        assertThat(filed.number).startsWith("QH-");
        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertTold(filed));

        JsonNode judged = triaged(filed);
        assertThat(judged.path("category").asText()).isEqualTo("NOT_DELIVERED");
        assertThat(judged.path("severity").asText()).isEqualTo("URGENT");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clocks(filed)).anySatisfy(clock -> {
                    assertThat(clock.path("metric").asText()).isEqualTo("RESOLUTION");
                    assertThat(clock.path("unit").asText()).isEqualTo("WORKING_DAYS");
                    assertThat(clock.path("state").asText()).isEqualTo("RUNNING");
                    OffsetDateTime due =
                            OffsetDateTime.parse(clock.path("dueAt").asText());
                    LocalDate start = before.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
                    // Seven working days are at least nine days away (a weekend lies between), and end at midnight
                    // there.
                    assertThat(due.atZoneSameInstant(ZoneId.of("Asia/Shanghai"))
                                    .toLocalTime()
                                    .toSecondOfDay())
                            .isZero();
                    assertThat(due.atZoneSameInstant(ZoneId.of("Asia/Shanghai")).toLocalDate())
                            .isAfter(start.plusDays(8));
                }));
    }

    @Test
    void aStolenAccountIsFrozenAndThePlatformAcknowledgesIt() {
        Case filed = file(Client.complaint("huijin", subject(), "账号被盗，不是我本人操作，余额还在被人转走"));
        assertThat(triaged(filed).path("severity").asText()).isEqualTo("CRITICAL");
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode freezes = client.get("/api/v1/triage/complaints/" + filed.id, filed.ops)
                    .body()
                    .path("freezes");
            assertThat(freezes).hasSize(1);
            assertThat(freezes.path(0).path("state").asText()).isEqualTo("CONFIRMED");
        });
        assertThat(RunningSystem.redress().platform().orders())
                .filteredOn(order -> order.path("complaintId").asText().equals(filed.id))
                .hasSize(1);
    }

    @Test
    void everyLevelOfALadderReachesItsReceiver() {
        Ladder ladder = Ladder.climb(client);

        ladder.assertEachLevelReachedItsReceiverOnce();
        try (var events = new TopicReader(RunningSystem.redress().bootstrapServers(), "sla-events")) {
            ladder.assertPublished(events);
        }
    }

    @Test
    void theSameKeyAnswersTheSameComplaintAndAStrangerSeesNothing() {
        String me = subject();
        String token = client.token("complainant", "qihui", me);
        ObjectNode complaint = Client.complaint("qihui", me, "点卡没有到账");
        String key = UUID.randomUUID().toString();
        var first = client.post("/api/v1/complaints", token, complaint, key);
        assertThat(client.post("/api/v1/complaints", token, complaint, key).text("id"))
                .isEqualTo(first.text("id"));
        assertThat(client.post("/api/v1/complaints", token, complaint.put("orderNo", "OTHER"), key)
                        .status())
                .isEqualTo(422);

        String id = first.text("id");
        for (String stranger :
                new String[] {client.token("complainant", "qihui", "u-stranger"), client.token("ops", "huijin", "ops-1")
                }) {
            assertThat(client.get("/api/v1/complaints/" + id, stranger).status())
                    .isEqualTo(404);
            assertThat(client.get("/api/v1/sla/complaints/" + id, stranger).status())
                    .isEqualTo(404);
            assertThat(client.get("/api/v1/triage/complaints/" + id, stranger).status())
                    .isIn(403, 404);
        }
    }

    private record Case(String id, String number, String platform, String token, String ops) {}

    private Case file(ObjectNode complaint) {
        String platform = complaint.path("platform").asText();
        String token = client.token(
                "complainant",
                platform,
                complaint.path("complainant").path("id").asText());
        var answer = client.post("/api/v1/complaints", token, complaint);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        assertThat(answer.body().path("promises").isArray()).isTrue();
        return new Case(
                answer.text("id"), answer.text("number"), platform, token, client.token("ops", platform, "ops-1"));
    }

    private JsonNode triaged(Case filed) {
        return await().atMost(SOON)
                .until(
                        () -> client.get("/api/v1/triage/complaints/" + filed.id, filed.ops),
                        answer -> answer.status() == 200)
                .body();
    }

    private JsonNode clocks(Case filed) {
        return client.get("/api/v1/sla/complaints/" + filed.id, filed.ops)
                .body()
                .path("clocks");
    }

    private void assertToldOnce(Case filed) {
        await().atMost(SOON).untilAsserted(() -> assertTold(filed));
    }

    private void assertTold(Case filed) {
        assertThat(client.items("/api/v1/inbox", filed.token))
                .filteredOn(message -> message.path("complaintId").asText().equals(filed.id))
                .hasSize(1);
        var deliveries = client.items("/api/v1/notifications?complaint=" + filed.id, filed.ops);
        assertThat(deliveries)
                .filteredOn(delivery -> delivery.path("channel").asText().equals("SMS"))
                .extracting(delivery -> delivery.path("state").asText())
                .containsExactly("SENT");
        assertThat(RunningSystem.redress().sms().accepted())
                .filteredOn(sms -> sms.path("text").asText().contains(filed.number))
                .hasSize(1);
    }

    private static String subject() {
        return "u-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
