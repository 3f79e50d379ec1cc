package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.Database;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class ReplayIT {
    private record Written(String topic, IncomingEvent event) {}

    private final List<Case> cases =
            IntStream.range(0, 20).mapToObj(i -> new Case("qihui")).toList();

    @Test
    void everyEventTwiceShuffledAndOnceMoreAfterTheInboxForgotThemTellsNobodyTwice() {
        List<Written> all = new ArrayList<>();
        for (Case filed : cases) {
            all.add(new Written(IntakeEvent.TOPIC, filed.filed()));
            all.add(new Written(TriageEvent.TOPIC, filed.triaged("agent-replay")));
            all.add(new Written(TriageEvent.TOPIC, filed.assigned("agent-replay")));
            all.add(new Written(SlaEvent.TOPIC, filed.breached("OWNER")));
        }
        List<Written> twice = new ArrayList<>(all);
        twice.addAll(all);
        Collections.shuffle(twice, new Random(7));

        twice.forEach(written -> OutsideWorld.topics().write(written.topic(), written.event()));
        awaitHandled(all);
        awaitAllSent();
        assertEachToldOnce();

        // As if all offsets had been set to zero after the inbox rows had expired.
        Database.change("delete from inbox where event_id in (" + ids(all) + ")");
        all.forEach(written -> OutsideWorld.topics().write(written.topic(), written.event()));
        awaitHandled(all);
        awaitAllSent();
        assertEachToldOnce();
    }

    private static void awaitHandled(List<Written> all) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Database.number("select count(*) from inbox where event_id in (" + ids(all) + ")")
                        == all.size());
    }

    private void awaitAllSent() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cases.stream()
                        .allMatch(filed -> Service.deliveries(filed).stream()
                                .allMatch(delivery -> "SENT".equals(delivery.get("state")))));
    }

    private void assertEachToldOnce() {
        for (Case filed : cases) {
            assertThat(OutsideWorld.gateway().accepted(filed.number)).hasSize(1);
            assertThat(Service.inbox("complainant", "qihui", filed.complainant)).hasSize(1);
            assertThat(Service.deliveries(filed))
                    .extracting(delivery -> delivery.get("template") + " " + delivery.get("recipient"))
                    .containsExactlyInAnyOrder(
                            "complaint-filed " + Service.sms(filed).get("recipient"),
                            "complaint-filed complainant:" + filed.complainant,
                            "complaint-assigned staff:agent-replay",
                            "deadline-breached role:ops",
                            "deadline-breached staff:agent-replay");
        }
    }

    private static String ids(List<Written> all) {
        return all.stream().map(written -> "'" + written.event().id() + "'").collect(Collectors.joining(","));
    }
}
