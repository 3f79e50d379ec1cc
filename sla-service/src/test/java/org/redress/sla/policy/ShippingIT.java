package org.redress.sla.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.sla.SlaFixture;

/** How the shipped files reach platforms that run already. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class ShippingIT {
    @Inject
    ShippedPolicies shipped;

    @Inject
    SlaFixture sla;

    @Test
    void aNewFileIsTheNextVersionUntilThePlatformHasOneOfItsOwn() {
        String platform = SlaFixture.newPlatform();
        String first = ShippedPolicies.document("huijin").replace("\"huijin\"", "\"" + platform + "\"");
        String second = first.replace("\"PT48H\"", "\"PT47H\"");

        shipped.ship(platform, first);
        shipped.ship(platform, first);
        versions(platform, 1);
        shipped.ship(platform, second);
        versions(platform, 2, 1);
        shipped.ship(platform, first);
        versions(platform, 2, 1);

        SlaFixture.activate(platform, "RESOLUTION", "PT1H", "").statusCode(201);
        shipped.ship(platform, first.replace("\"PT48H\"", "\"PT46H\""));
        versions(platform, 3, 2, 1);
        SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/policies")
                .then()
                .body("items.state", contains("IN_FORCE", "SUPERSEDED", "SUPERSEDED"))
                .body("items[2].createdBy", equalTo("shipped"));
        assertThat(sla.count("select count(*) from outbox where aggregate_id = ?", platform))
                .isEqualTo(3);
    }

    private static void versions(String platform, Integer... versions) {
        SlaFixture.as("ops", platform, "ops-1")
                .get("/api/v1/sla/policies")
                .then()
                .body("items.version", contains(versions))
                .body("items[0].state", equalTo("IN_FORCE"));
    }
}
