package org.redress.sla.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.infra.hostile.Belongings;
import org.redress.infra.hostile.EveryOperation;
import org.redress.infra.hostile.Scene;
import org.redress.sla.CaseScript;
import org.redress.sla.SlaFixture;

/** Every operation of the document, called by those who may not, and with what nobody should send. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class EveryOperationIT {
    private final EveryOperation operations = new EveryOperation(Set.of("outbox", "rebuild"));

    /** Figures, and lists that nothing of these is on. */
    private static final Set<String> BLIND = Set.of(
            at("board"),
            at("held-complaints"),
            at("parked-records"),
            at("reports/attainment"),
            at("reports/attainment.csv"));

    @Inject
    SlaFixture sla;

    @Test
    void isForThoseWhoAreNamedAndForNobodyElse() {
        assertThat(operations.otherwiseThan("who-may-call.txt")).isEmpty();
    }

    @Test
    void refusesTheOthersWithoutATrace() {
        assertThat(operations.byTheWrongOnes()).isEmpty();
    }

    @Test
    void keepsATenantsThingsFromTheStaffOfOthers() {
        assertThat(operations.byStrangersTo(belongings(), BLIND)).isEmpty();
    }

    @Test
    void answersWhateverIsSentAsDocumentedAndARefusalLeavesNothing() {
        assertThat(operations.withWhateverIsSent(2_000, EveryOperationIT::scene))
                .isEmpty();
    }

    private static Scene scene() {
        return new Scene(
                EveryOperation.PLATFORM,
                UUID.randomUUID().toString(),
                Map.of("platform", EveryOperation.PLATFORM, "version", "1"),
                List.of(),
                List.of());
    }

    /** A complaint that is late, with its policy, calendar, migration and rebuild, which are done. */
    private Belongings belongings() {
        String platform = SlaFixture.newPlatform();
        String calendar = "shop-" + platform;
        post(platform, "calendars", """
                {"id": "%s", "zone": "Asia/Shanghai", "week": {"MON": ["09:00-17:00"]}}""".formatted(calendar));
        post(platform, "policies", """
                {"calendar": "%s", "clocks": [{"metric": "RESOLUTION", "when": "ALWAYS", "target": "PT1H",
                 "unit": "ELAPSED"}]}""".formatted(calendar));
        var complaint = new CaseScript(platform);
        sla.receive(List.of(complaint.filed(sla.now().minus(Duration.ofHours(2)))));
        awaitText(platform, "breaches", complaint.id.toString());
        post(platform, "policies/" + platform + "/1/copies", "{}");
        String migration = post(platform, "migrations", "{\"toVersion\": 2, \"reason\": \"shorter\"}");
        awaitText(platform, "migrations/" + migration, "DONE");
        String rebuild = post(platform, "rebuilds", "{\"dryRun\": true}");
        awaitText(platform, "rebuilds/" + rebuild, "DONE");
        return new Belongings(
                platform,
                complaint.complainant,
                Map.of(
                        at("complaints/{id}"), at("complaints/" + complaint.id),
                        at("calendars/{id}"), at("calendars/" + calendar),
                        at("calendars/{id}/{version}"), at("calendars/" + calendar + "/1"),
                        at("policies/{platform}/{version}"), at("policies/" + platform + "/2"),
                        at("migrations/{id}"), at("migrations/" + migration),
                        at("rebuilds/{id}"), at("rebuilds/" + rebuild)),
                Map.of("complaint", complaint.id.toString()),
                List.of(complaint.id.toString(), calendar, migration, rebuild));
    }

    private static String at(String address) {
        return "/api/v1/sla/" + address;
    }

    private static String post(String platform, String address, String body) {
        Response answer = SlaFixture.as("admin", platform, "admin-1").body(body).post(at(address));
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 202);
        return String.valueOf(answer.<Object>path("id"));
    }

    private static void awaitText(String platform, String address, String text) {
        await().until(() -> SlaFixture.as("admin", platform, "admin-1")
                .get(at(address))
                .asString()
                .contains(text));
    }
}
