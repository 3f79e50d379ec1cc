package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.sla.SlaEvent;
import org.redress.infra.RedressInfra;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class InboxIT {
    private final String platform = "p-" + UUID.randomUUID();

    @Test
    void nobodySeesOrMarksTheMessageOfSomeoneElse() {
        Case filed = new Case(platform, "u-1", null);
        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());
        await().until(() -> Service.inbox("complainant", platform, "u-1").size() == 1);
        String id = String.valueOf(
                Service.inbox("complainant", platform, "u-1").get(0).get("id"));

        assertThat(Service.inbox("complainant", platform, "u-2")).isEmpty();
        assertThat(Service.inbox("complainant", "other", "u-1")).isEmpty();
        assertThat(Service.inbox("merchant", platform, "u-1")).isEmpty();
        assertThat(Service.inbox("agent", platform, "u-1")).isEmpty();
        assertThat(Service.inbox("ops", platform, "u-1")).isEmpty();
        read("complainant", platform, "u-2", id, 404);
        read("complainant", "other", "u-1", id, 404);
        read("ops", platform, "u-1", id, 404);
        read("complainant", platform, "u-1", UUID.randomUUID().toString(), 404);
        assertThat(Service.inbox("complainant", platform, "u-1").get(0)).containsEntry("read", false);
    }

    @Test
    void readingIsIdempotentAndEachReaderOfARoleReadsForThemself() {
        Case filed = new Case(platform);
        OutsideWorld.topics().write(SlaEvent.TOPIC, List.of(filed.breached("X"), filed.escalated("X")));
        await().until(() -> Service.inbox("ops", platform, "ops-1").size() == 2);
        String id =
                String.valueOf(Service.inbox("ops", platform, "ops-1").get(0).get("id"));

        read("ops", platform, "ops-1", id, 204);
        read("ops", platform, "ops-1", id, 204);

        assertThat(unread("ops-1"))
                .hasSize(1)
                .noneSatisfy(message -> assertThat(message).containsEntry("id", id));
        assertThat(unread("ops-2")).hasSize(2);
        assertThat(Service.inbox("ops", platform, "ops-1").get(0)).containsEntry("read", true);
    }

    @Test
    void pagesGoFromNewestToOldestWithoutGapOrRepetition() {
        for (int i = 0; i < 5; i++) {
            OutsideWorld.topics().write(IntakeEvent.TOPIC, new Case(platform, "u-9", null).filed());
        }
        await().until(() -> Service.inbox("complainant", platform, "u-9").size() == 5);

        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var request = Service.as("complainant", platform, "u-9").queryParam("limit", 2);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/api/v1/inbox")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(seen)
                .isEqualTo(Service.inbox("complainant", platform, "u-9").stream()
                        .map(message -> message.get("id"))
                        .toList());
    }

    private List<Map<String, Object>> unread(String subject) {
        return Service.as("ops", platform, subject)
                .queryParam("unread", true)
                .get("/api/v1/inbox")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private static void read(String role, String platform, String subject, String id, int status) {
        Service.as(role, platform, subject)
                .post("/api/v1/inbox/" + id + "/read")
                .then()
                .statusCode(status);
    }
}
