package org.redress.intake.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;
import org.redress.infra.hostile.HostileRequests;
import org.redress.infra.hostile.Scene;
import org.redress.intake.Desk;

/** Whatever is sent to any operation: a documented answer, no defect, nothing of another tenant, and a refusal leaves nothing. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class HostileRequestsIT {
    /** Workers, events of the bus and the relay write here when they like. */
    private static final Set<String> OF_THE_SERVICE = Set.of("outbox");

    @Test
    void whateverIsSentIsAnsweredAsDocumentedAndARefusalLeavesNothing() {
        var outcome = new HostileRequests(URI.create(RestAssured.baseURI + ":" + RestAssured.port))
                .run(4_000, HostileRequestsIT::scene, OF_THE_SERVICE);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.sent()).as("of 4,000, in the time there is").isGreaterThan(300);
        assertThat(outcome.statuses()).containsKeys(200, 400, 404, 405, 409, 415, 422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELETE | /timeline      | GET, HEAD, OPTIONS
            POST   | /timeline      | GET, HEAD, OPTIONS
            DELETE | /evidence      | GET, HEAD, OPTIONS, POST
            DELETE | /evidence/{id} | GET, HEAD, OPTIONS
            PATCH  | /evidence/{id} | GET, HEAD, OPTIONS
            """)
    void aMethodThatIsNotThereIsToldTheOnesThatAreAlsoBeneathAComplaint(String method, String path, String allowed) {
        String me = Desk.someone();
        String there = "/api/v1/complaints/" + Desk.filed("kamen", me) + path.replace("{id}", "" + UUID.randomUUID());

        Desk.as("complainant", "kamen", me)
                .request(method, there)
                .then()
                .statusCode(405)
                .header("Allow", allowed);
    }

    /** A complaint of the caller, and one of another tenant whose words nobody may read. */
    private static Scene scene() {
        String me = Desk.someone();
        String secret = "secret " + UUID.randomUUID();
        String other = Desk.someone();
        String foreign = Desk.file("qihui", other, Desk.filing("qihui", other).put("description", secret))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Scene("kamen", me, Map.of("id", Desk.filed("kamen", me)), List.of(foreign, other), List.of(secret));
    }
}
