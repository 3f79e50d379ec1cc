package org.redress.intake.casework;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.infra.RedressInfra;

/** Who has several roles, and who is staff and complains. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class HandsIT {
    private static final List<String> READ = List.of("case", "contacts", "evidence", "external-routes", "precedents");

    @ParameterizedTest
    @ValueSource(strings = {"agent", "supervisor", "ops", "platform"})
    void nobodyIsStaffInTheirOwnComplaint(String role) {
        try (Court court = Court.triaged("qihui")) {
            court.agents("messages", "{\"text\": \"looks dodgy\", \"to\": \"AGENT\"}");
            assertThat(give(court, "decisions", Court.decision(""), role, "complainant"))
                    .isEqualTo(403);
            assertThat(with(court.platform, court.me, role, "complainant")
                            .get("/api/v1/complaints/" + court.id + "/contacts")
                            .asString())
                    .as("internal notes")
                    .doesNotContain("looks dodgy");
        }
    }

    @Test
    void nobodyDecidesTheirOwnComplaint() {
        try (Court court = Court.triaged("qihui")) {
            String refund = Court.decision(Court.remedy("REFUND", Duration.ofDays(1)));
            assertThat(give(court, "decisions", refund, "agent", "complainant")).isEqualTo(403);
            assertThat(give(court, "decisions", refund, "supervisor", "complainant"))
                    .isEqualTo(403);
            assertThat(court.status()).isEqualTo("TRIAGED");
            assertThat(give(court, "messages", "{\"text\": \"it is mine\"}", "agent", "complainant"))
                    .isEqualTo(201);
            assertThat(court.record().getList("decisions")).isEmpty();
            court.agents("decisions", refund);
        }
    }

    @Test
    void anAgentOfTheSameNameIsSomebodyElse() {
        try (Court court = Court.triaged("qihui")) {
            court.agents("messages", "{\"text\": \"looks dodgy\", \"to\": \"AGENT\"}");
            assertThat(with(court.platform, court.me, "agent")
                            .get("/api/v1/complaints/" + court.id + "/contacts")
                            .asString())
                    .contains("looks dodgy");
            String refund = Court.decision(Court.remedy("REFUND", Duration.ofDays(1)));
            assertThat(give(court, "decisions", refund, "agent")).isEqualTo(201);
        }
    }

    @Test
    void whoSellsTooReadsAndActsOnWhatTheyComplainAbout() {
        try (Court court = new Court("qihui")) {
            for (String page : READ) {
                assertThat(read(court, page, court.me, "merchant", "complainant"))
                        .as(page)
                        .isEqualTo(200);
                assertThat(read(court, page, court.me, "partner", "complainant"))
                        .as(page)
                        .isEqualTo(200);
            }
            assertThat(give(court, "messages", "{\"text\": \"hello\"}", "merchant", "complainant"))
                    .isEqualTo(201);
        }
    }

    @Test
    void whoSoldItReadsNoMoreForComplainingElsewhere() {
        try (Court court = new Court("qihui")) {
            for (String page : List.of("case", "external-routes", "precedents")) {
                assertThat(read(court, page, Court.MERCHANT, "merchant", "complainant"))
                        .as(page)
                        .isEqualTo(404);
            }
            assertThat(read(court, "contacts", Court.MERCHANT, "merchant", "complainant"))
                    .isEqualTo(200);
        }
    }

    private static int read(Court court, String page, String subject, String... roles) {
        return with(court.platform, subject, roles)
                .get("/api/v1/complaints/" + court.id + "/" + page)
                .statusCode();
    }

    private static int give(Court court, String path, String body, String... roles) {
        return with(court.platform, court.me, roles)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/api/v1/complaints/" + court.id + "/" + path)
                .statusCode();
    }

    private static RequestSpecification with(String platform, String subject, String... roles) {
        String token = RedressInfra.issuer().token(platform, List.of(roles), subject, Duration.ofHours(1));
        return given().header("Authorization", "Bearer " + token);
    }
}
