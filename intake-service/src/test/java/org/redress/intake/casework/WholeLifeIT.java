package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.redress.intake.Desk.as;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.contract.Tier;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.sla.Metric;
import org.redress.contract.sla.WindowLapsed;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;
import org.redress.intake.Others;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class WholeLifeIT {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void aCaseLivesFromFilingToRating() {
        try (Court court = Court.triaged("huijin")) {
            contacts(court);
            materials(court);
            String coupon = court.agents(
                    "decisions",
                    Court.decision(
                            Court.remedy("COUPON", DAY).replace("{", "{\"note\": \"the skin that was lost\", ")));
            court.mine("settlement-refusals", "{\"reason\": \"a coupon is no refund\"}");
            String decision = court.agents("decisions", Court.decision(""));
            assertThat(decision).isNotEqualTo(coupon);
            appeal(court);
            remedy(court);
            end(court);
            told(court);
        }
    }

    private static void contacts(Court court) {
        court.mine("messages", "{\"text\": \"call me: 13800138000\"}");
        court.agents("messages", "{\"text\": \"internal: looks like an upstream fault\", \"to\": \"AGENT\"}");
        court.agents("responses", "{\"text\": \"received\", \"template\": true}");
        court.agents("responses", "{\"text\": \"I look at the order\"}");
        String promise = court.agents(
                "commitments",
                "{\"text\": \"I call you\", \"dueAt\": \"" + Instant.now().plus(DAY) + "\"}");
        court.agents("commitments/" + promise + "/keeping", "{}");
        court.refused("agent", "agent-1", "commitments/" + promise + "/keeping", "{}", 409, "ended");
        court.mine("urges", "{}");
        var again = court.give("complainant", court.me, "urges", "{}");
        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(again.jsonPath().getString("code")).isEqualTo("urged-too-soon");
        assertThat(Integer.parseInt(again.header("Retry-After"))).isBetween(86_000, 86_400);
    }

    private static void materials(Court court) {
        court.refused("complainant", court.me, "supplements", "{\"items\": [\"1\"]}", 409, "not-asked");
        court.agents("materials-requests", """
                {"items": [{"kind": "PAYMENT_RECORD", "text": "the payment", "reason": "to see that it was paid"},
                           {"text": "your account", "reason": "to see where it went"}]}""");
        assertThat(court.status()).isEqualTo("AWAITING_MATERIALS");
        court.mine("supplements", "{\"items\": [\"1\"], \"note\": \"here\"}");
        court.mine("supplements", "{\"items\": [\"2\"]}");
        assertThat(court.status()).isEqualTo("TRIAGED");
        court.refused("merchant", Court.MERCHANT, "merchant-replies", "{\"text\": \"hm\"}", 409, "not-asked");
        court.agents(
                "merchant-questions",
                "{\"text\": \"was it delivered?\", \"dueAt\": \""
                        + Instant.now().plus(DAY) + "\"}");
        court.done("merchant", Court.MERCHANT, "merchant-replies", "{\"text\": \"no, the code was wrong\"}");
    }

    private static void appeal(Court court) {
        String appeal = court.mine("appeals", "{\"reason\": \"I want my money back\"}");
        String changed = """
                {"outcome": "CHANGED", "decision": "SUPPORTED", "basis": ["R1"], "reason": "the goods never came",
                 "remedies": [%s]}""".formatted(Court.remedy("REFUND", DAY));
        String path = "appeals/" + appeal + "/decision";
        court.refused("agent", "agent-1", path, changed, 403, "decided-before");
        court.done("supervisor", "super-1", path, changed);
        assertThat(court.status()).isEqualTo("DECIDED");
        String second = court.mine("appeals", "{\"reason\": \"and compensation\"}");
        String upheld = "{\"outcome\": \"UPHELD\", \"basis\": [\"R1\"], \"reason\": \"the refund is all\"}";
        String again = "appeals/" + second + "/decision";
        court.refused("supervisor", "super-2", again, upheld, 403, "tier-too-low");
        court.move(Tier.SPECIAL_TEAM, "agent-9");
        court.refused("agent", "agent-8", again, upheld, 403, "not-in-charge");
        court.done("agent", "agent-9", again, upheld);
        court.refused("complainant", court.me, "appeals", "{\"reason\": \"no\"}", 409, "appeals-used-up");
    }

    private static void remedy(Court court) {
        String refund = court.record().getString("remedies.find { it.state == 'ORDERED' }.id");
        assertThat(court.record().getString("remedies.find { it.state == 'ORDERED' }.amount"))
                .isEqualTo("100.00");
        court.refused("complainant", court.me, "remedies/" + refund + "/confirmation", "{}", 409, "not-executed");
        court.done("platform", "backend", "remedies/" + refund + "/execution", "{\"platformReference\": \"pay-1\"}");
        court.mine("remedies/" + refund + "/dispute", "{\"reason\": \"nothing came\"}");
        assertThat(court.status()).isEqualTo("TRIAGED");
        court.done("platform", "backend", "remedies/" + refund + "/execution", "{\"platformReference\": \"pay-2\"}");
        court.mine("remedies/" + refund + "/confirmation", "{}");
        court.done("agent", "agent-9", "decisions", Court.decision(""));
    }

    private static void end(Court court) {
        String referral = court.agents(
                "referrals",
                "{\"body\": \"HOTLINE_12315\", \"dueAt\": \"" + Instant.now().plus(DAY) + "\"}");
        court.refused("complainant", court.me, "closure", "{}", 409, "referral-open");
        court.agents("referrals/" + referral + "/answer", "{\"outcome\": \"SETTLED\", \"reference\": \"12315-1\"}");
        court.refused("agent", "agent-1", "closure", "{}", 409, "appeal-window-open");
        court.mine("closure", "{}");
        court.refused("agent", "agent-1", "responses", "{\"text\": \"late\"}", 409, "closed");
        court.mine("rating", "{\"handling\": 4, \"seller\": 1, \"comment\": \"slow\"}");
        court.refused("complainant", court.me, "rating", "{\"handling\": 5}", 409, "already-rated");
        assertThat(court.status()).isEqualTo("CLOSED");
    }

    private static void told(Court court) {
        List<String> kinds = kinds(court);
        assertThat(kinds)
                .containsSubsequence(
                        "FILED",
                        "MESSAGE_POSTED",
                        "RESPONSE_GIVEN",
                        "COMMITMENT_MADE",
                        "COMMITMENT_KEPT",
                        "COMPLAINT_URGED",
                        "MATERIALS_REQUESTED",
                        "MATERIALS_SUPPLEMENTED",
                        "MERCHANT_ASKED",
                        "MERCHANT_REPLIED",
                        "DECISION_ISSUED",
                        "REMEDY_ORDERED",
                        "REMEDY_CANCELLED",
                        "COMPLAINT_REOPENED",
                        "APPEAL_FILED",
                        "APPEAL_DECIDED",
                        "REMEDY_EXECUTED",
                        "REMEDY_DISPUTED",
                        "REMEDY_CONFIRMED",
                        "COMPLAINT_REFERRED",
                        "REFERRAL_ANSWERED",
                        "COMPLAINT_CLOSED",
                        "COMPLAINT_RATED");
        var published = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Others.read(IntakeEvent.TOPIC, court.id),
                        records -> types(records).contains("org.redress.complaint-rated.v1"));
        assertThat(published.size()).isEqualTo((int) kinds.stream()
                .filter(kind -> !kind.startsWith("TRIAGED") && !kind.equals("ASSIGNED"))
                .count());
        assertThat(published)
                .extracting(message -> new String(message.value(), StandardCharsets.UTF_8))
                .noneMatch(data -> data.contains("13800138000") || data.contains("upstream fault"));
        internal(court);
        archive(court);
    }

    private static void internal(Court court) {
        String path = "/api/v1/complaints/" + court.id + "/timeline";
        var staff = as("agent", "huijin", "agent-1").get(path).jsonPath();
        var mine = as("complainant", "huijin", court.me).get(path).jsonPath();
        assertThat(staff.<String>getList("items.findAll { it.staffOnly }.kind"))
                .containsExactly("MESSAGE_POSTED", "MERCHANT_ASKED", "MERCHANT_REPLIED");
        assertThat(mine.<Integer>getList("items.findAll { it.kind == null }.position"))
                .isEqualTo(staff.<Integer>getList("items.findAll { it.staffOnly }.position"));
        assertThat(mine.<Integer>getList("items.position")).isEqualTo(staff.<Integer>getList("items.position"));
        assertThat(mine.getList(
                        "items.findAll { it.kind == null && (it.data != null || it.at != null || it.salt != null) }"))
                .isEmpty();
        assertThat(mine.<String>getList("items.hash")).isEqualTo(staff.<String>getList("items.hash"));
        assertThat(as("complainant", "huijin", court.me)
                        .get(path + "/verification")
                        .jsonPath()
                        .getBoolean("valid"))
                .isTrue();
    }

    private static void archive(Court court) {
        String path = "/api/v1/complaints/" + court.id + "/contacts?limit=100";
        String staff = as("agent", "huijin", "agent-1").get(path).asString();
        String mine = as("complainant", "huijin", court.me).get(path).asString();
        String merchants = as("merchant", "huijin", Court.MERCHANT).get(path).asString();
        assertThat(staff).contains("13800138000", "upstream fault", "was it delivered?", "the code was wrong", "slow");
        var entries = as("agent", "huijin", "agent-1").get(path).jsonPath();
        assertThat(entries.getString("items.find { it.command == 'request-materials' }.text"))
                .isEqualTo("1 (PAYMENT_RECORD): the payment – to see that it was paid\n"
                        + "2: your account – to see where it went");
        assertThat(entries.<String>getList("items.findAll { it.command == 'supplement' }.text"))
                .containsExactly(
                        "1 (PAYMENT_RECORD): the payment – to see that it was paid\nhere",
                        "2: your account – to see where it went");
        assertThat(entries.getString("items.find { it.command == 'decide' }.text"))
                .isEqualTo("paid, not delivered\nCOUPON: the skin that was lost");
        var asked = as("merchant", "huijin", Court.MERCHANT).get(path).jsonPath();
        assertThat(Instant.parse(asked.getString("items.find { it.command == 'ask-merchant' }.dueAt")))
                .isAfter(Instant.now());
        assertThat(asked.getString("items.find { it.command == 'reply-as-merchant' }.dueAt"))
                .isNull();
        assertThat(mine)
                .contains("13800138000", "I look at the order", "the goods never came")
                .doesNotContain("upstream fault", "was it delivered?", "the code was wrong");
        assertThat(merchants)
                .contains("was it delivered?", "the code was wrong")
                .doesNotContain("13800138000", "I look at the order");
    }

    private static List<String> types(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(message -> new String(
                        Objects.requireNonNull(message.headers().lastHeader("ce_type"))
                                .value(),
                        StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void windowsThatLapseMoveTheCaseOnce() {
        try (Court court = Court.triaged("huijin")) {
            court.agents("decisions", Court.decision(Court.remedy("REFUND", DAY)));
            String remedy = court.record().getString("remedies[0].id");
            court.done("platform", "backend", "remedies/" + remedy + "/execution", "{}");
            WindowLapsed lapsed = lapsed(court, Metric.CONFIRM_WINDOW, remedy);
            court.sla(lapsed);
            court.sla(lapsed);
            court.sla(lapsed(court, Metric.APPEAL_WINDOW, null));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(kinds(court))
                            .filteredOn("WINDOW_LAPSED"::equals)
                            .hasSize(3));
            assertThat(court.record().getString("remedies[0].state")).isEqualTo("CONFIRMED");
            assertThat(kinds(court)).containsOnlyOnce("REMEDY_CONFIRMED");
            assertThat(court.status()).as("its own window is still open").isEqualTo("DECIDED");
        }
    }

    @Test
    void timesOnACasePassByThemselves() {
        try (Court court = Court.triaged("huijin")) {
            court.agents("decisions", Court.decision(Court.remedy("REFUND", Duration.ofSeconds(2))));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(court.status()).isEqualTo("TRIAGED"));
            assertThat(kinds(court)).containsOnlyOnce("REMEDY_DISPUTED", "COMPLAINT_REOPENED");
            court.agents(
                    "materials-requests",
                    "{\"dueAt\": \"" + Instant.now().plusSeconds(2)
                            + "\", \"items\": [{\"text\": \"a\", \"reason\": \"b\"}]}");
            assertThat(court.status()).isEqualTo("AWAITING_MATERIALS");
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(court.status()).isEqualTo("TRIAGED"));
            assertThat(kinds(court)).containsOnlyOnce("MATERIALS_LAPSED");
        }
    }

    @Test
    void aDecidedCaseWhoseTimeToAppealIsOverClosesWithTheLastThingThatEnds() {
        try (Court court = Court.triaged("huijin")) {
            court.agents("decisions", Court.decision(Court.remedy("COUPON", DAY)));
            String remedy = court.record().getString("remedies[0].id");
            court.done("platform", "backend", "remedies/" + remedy + "/execution", "{}");
            Ledger.tamper("""
                    update case_part set document = document || '{"appealUntil": "2026-01-01T00:00:00Z"}'
                     where kind = 'DECISION' and complaint_id = '%s'""".formatted(court.id));
            court.sla(lapsed(court, Metric.APPEAL_WINDOW, null));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(kinds(court)).contains("WINDOW_LAPSED"));
            assertThat(court.status()).as("a remedy is open").isEqualTo("DECIDED");

            court.mine("remedies/" + remedy + "/confirmation", "{}");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(court.status()).isEqualTo("CLOSED"));
            assertThat(kinds(court)).containsOnlyOnce("COMPLAINT_CLOSED");
        }
    }

    private static WindowLapsed lapsed(Court court, Metric metric, @Nullable String key) {
        Instant now = Instant.now();
        return new WindowLapsed(
                UUID.fromString(court.id),
                UUID.randomUUID(),
                metric,
                1,
                key,
                0,
                "COMPLAINANT",
                now,
                now,
                now,
                Duration.ZERO);
    }

    private static List<String> kinds(Court court) {
        return as("agent", court.platform, "agent-1")
                .get("/api/v1/complaints/" + court.id + "/timeline")
                .jsonPath()
                .getList("items.kind");
    }
}
