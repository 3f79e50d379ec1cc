package org.redress.service.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;

@QuarkusTest
@TestProfile(RateLimitsIT.Few.class)
@WithTestResource(RedressInfra.class)
class RateLimitsIT {
    /** Few requests in a time that no test waits for. */
    public static class Few implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("redress.limits.enabled", "true"),
                    Map.entry("redress.limits.person.requests", "5"),
                    Map.entry("redress.limits.person.per", "PT1H"),
                    Map.entry("redress.limits.token.requests", "3"),
                    Map.entry("redress.limits.token.per", "PT1H"),
                    Map.entry("redress.limits.backend.requests", "7"),
                    Map.entry("redress.limits.backend.per", "PT1H"),
                    Map.entry("redress.limits.uploads.requests", "2"),
                    Map.entry("redress.limits.uploads.per", "PT1H"),
                    Map.entry("redress.limits.address.requests", "4"),
                    Map.entry("redress.limits.address.per", "PT1H"),
                    Map.entry("redress.limits.failures.requests", "3"),
                    Map.entry("redress.limits.failures.per", "PT1H"));
        }
    }

    @Test
    void aTokenIsLimitedAndAPersonOverAllTokens() {
        String me = someone();
        String first = RedressInfra.token("complainant", "huijin", me);
        assertThat(accepted(first, "/api/notes")).isEqualTo(3);
        String second = RedressInfra.issuer()
                .token("huijin", java.util.List.of("complainant"), me, java.time.Duration.ofMinutes(59));
        assertThat(accepted(second, "/api/notes")).isEqualTo(2);
        assertThat(accepted(RedressInfra.token("complainant", "huijin", someone()), "/api/notes"))
                .isEqualTo(3);
        assertThat(accepted(RedressInfra.token("complainant", "qihui", me), "/api/notes"))
                .as("the same name on another platform is somebody else")
                .isEqualTo(3);
    }

    @Test
    void aRefusalSaysWhyAndWhenItIsWorthTryingAgain() {
        String token = RedressInfra.token("complainant", "huijin", someone());
        Response good = get(token, "/api/notes");
        assertThat(good.header("RateLimit")).startsWith("\"token\";r=2;t=");
        assertThat(good.header("RateLimit-Policy")).isEqualTo("\"token\";q=3;w=3600");
        accepted(token, "/api/notes");
        Response refused = given().header("Authorization", "Bearer " + token)
                .header("Accept-Language", "zh-CN")
                .get("/api/notes");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("rate-limited");
        assertThat(refused.jsonPath().getString("detail")).contains("Retry-After");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
        assertThat(refused.header("RateLimit")).startsWith("\"token\";r=0;t=");
        assertThat(refused.header("X-Request-Id")).isNotBlank();
    }

    @Test
    void filesCountByThemselves() {
        String token = RedressInfra.token("complainant", "huijin", someone());
        assertThat(accepted(token, "/api/limited/files")).isEqualTo(2);
        assertThat(accepted(token, "/api/notes")).isEqualTo(3);
    }

    @Test
    void aBackendSpeaksForManyAndIsAllowedMore() {
        assertThat(accepted(RedressInfra.token("platform", "huijin", someone()), "/api/limited"))
                .isEqualTo(7);
    }

    @Test
    void anAddressWithoutATokenIsLimitedAndOnlyTheFrontDoorNamesAnother() {
        assertThat(anonymous("10.1.1.1")).isEqualTo(4);
        assertThat(anonymous("10.1.1.2")).isEqualTo(4);
    }

    @Test
    void anAddressThatTriesTokensIsNotListenedToAnyMoreEvenWithAGoodOne() {
        for (int i = 0; i < 3; i++) {
            assertThat(from("10.2.2.2", "a.b." + i).statusCode()).isEqualTo(401);
        }
        assertThat(from("10.2.2.2", "a.b.c").statusCode()).isEqualTo(429);
        assertThat(from("10.2.2.2", "a.b.c").header("Retry-After")).isNotBlank();
        String good = RedressInfra.token("complainant", "huijin", someone());
        assertThat(from("10.2.2.2", good).statusCode()).isEqualTo(429);
        assertThat(from("10.3.3.3", good).statusCode()).isEqualTo(200);
    }

    private static Response from(String address, String token) {
        return given().header("X-Forwarded-For", address)
                .header("Authorization", "Bearer " + token)
                .get("/api/notes");
    }

    private static int anonymous(String address) {
        int accepted = 0;
        for (int i = 0; i < 10; i++) {
            int status = given().header("X-Forwarded-For", address)
                    .get("/api/limited/open")
                    .statusCode();
            accepted += status == 200 ? 1 : 0;
            assertThat(status).isIn(200, 429);
        }
        return accepted;
    }

    private static int accepted(String token, String path) {
        int accepted = 0;
        for (int i = 0; i < 10; i++) {
            int status = get(token, path).statusCode();
            accepted += status == 200 ? 1 : 0;
            assertThat(status).isIn(200, 429);
        }
        return accepted;
    }

    private static Response get(String token, String path) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    private static String someone() {
        return "u-" + UUID.randomUUID();
    }
}
