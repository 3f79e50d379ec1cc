package org.redress.intake.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.someone;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.Ledger;

/** A case at a platform whose times are as short or as long as they may be, or as once they could be. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class PlatformBoundsIT {
    @ParameterizedTest
    @CsvSource({"P1D,PT1M,1", "PT25H,PT1H,2", "P365D,P365D,365"})
    void aCaseIsUrgedAskedForDecidedAndAppealedAtEachBound(String appeal, String other, int days) {
        try (Court court = Court.triaged(registered(appeal, other))) {
            life(court, days);
        }
    }

    @ParameterizedTest
    @CsvSource({"P0D,PT0M,1", "P9999D,P9999D,365"})
    void aProfileKeptBeforeThereWereBoundsIsReadAsTheNearest(String appeal, String other, int days) {
        String platform = registered("P7D", "PT24H");
        Ledger.tamper("""
                update platform set profile = jsonb_set(jsonb_set(jsonb_set(profile, '{appeal,within}', '"%s"'),
                    '{urging,every}', '"%s"'), '{materials,within}', '"%s"') where id = '%s'""".formatted(appeal, other, other, platform));
        try (Court court = Court.triaged(platform)) {
            life(court, days);
        }
    }

    private static void life(Court court, int days) {
        court.mine("urges", "{}");
        court.agents(
                "materials-requests",
                "{\"items\": [{\"text\": \"your account\", \"reason\": \"to see where it went\"}]}");
        court.mine("supplements", "{\"items\": [\"1\"]}");
        court.agents("decisions", Court.decision(""));
        JsonPath decided = court.record();
        assertThat(between(decided, "decisions[0].servedAt", "decisions[0].appealUntil"))
                .as("%s", decided.getString("decisions[0]"))
                .isGreaterThan(Duration.ofDays(days))
                .isLessThan(Duration.ofDays(days + 12L));
        assertThat(between(decided, "materialsRequests[0].requestedAt", "materialsRequests[0].dueAt"))
                .isPositive();
        court.mine("appeals", "{\"reason\": \"unfair\"}");
        assertThat(court.status()).isEqualTo("UNDER_APPEAL");
    }

    private static Duration between(JsonPath record, String from, String to) {
        return Duration.between(at(record, from), at(record, to));
    }

    private static Instant at(JsonPath record, String path) {
        return OffsetDateTime.parse(record.getString(path)).toInstant();
    }

    private static String registered(String appeal, String other) {
        String id = "p-" + someone();
        String texts = "\"texts\": {\"zh-CN\": \"a\", \"en\": \"b\"}";
        as("admin", "huijin", "admin-1")
                .contentType("application/json")
                .body("""
                        {"id": "%1$s", "names": {"zh-CN": "a", "en": "b"}, "escalationLimit": 3, "reopenings": 9,
                         "appeal": {"within": "%2$s", "to": [], "needs": [], %4$s},
                         "urging": {"offered": true, "every": "%3$s", "ultimatum": "%3$s", "newEvidence": true, "channels": []},
                         "productPromises": [{"code": "DELIVERY", "within": "%3$s", %4$s}],
                         "moneyLines": [{"code": "MOST", "comparison": "ABOVE", "amount": "999999999999.99", %4$s}],
                         "materials": {"rounds": 5, "within": "%3$s"}}""".formatted(id, appeal, other, texts))
                .post("/api/v1/platforms")
                .then()
                .statusCode(201);
        return id;
    }
}
