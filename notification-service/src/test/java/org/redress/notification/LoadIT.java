package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.Database;
import org.redress.notification.outside.FakeGateway.Fault;
import org.redress.notification.outside.OutsideWorld;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class LoadIT {
    private final String platform = "p-" + UUID.randomUUID();

    @AfterEach
    void behaveAgain() {
        OutsideWorld.gateway().behave();
    }

    @Test
    void aBacklogOfFiveHundredDrainsOnceTheGatewayIsBack() {
        List<Case> cases =
                IntStream.range(0, 500).mapToObj(i -> new Case(platform)).toList();
        OutsideWorld.gateway().planForAll(Fault.ERROR_BEFORE);
        OutsideWorld.topics()
                .write(IntakeEvent.TOPIC, cases.stream().map(Case::filed).toList());
        OutsideWorld.topics()
                .write(
                        TriageEvent.TOPIC,
                        shuffled(cases).map(filed -> filed.assigned("a-1")).toList());
        OutsideWorld.topics()
                .write(
                        SlaEvent.TOPIC,
                        shuffled(cases).map(filed -> filed.breached("OWNER")).toList());
        await().atMost(Duration.ofSeconds(60)).until(() -> count("true") == 500);

        OutsideWorld.gateway().behave();

        await().atMost(Duration.ofSeconds(90)).until(() -> count("state = 'SENT'") == 500);
        Map<String, Integer> accepted = new HashMap<>();
        OutsideWorld.gateway()
                .accepted()
                .forEach(message ->
                        accepted.merge(message.path("params").path("number").asText(), 1, Integer::sum));
        assertThat(cases).allSatisfy(filed -> assertThat(accepted).containsEntry(filed.number, 1));
        assertThat(OutsideWorld.gateway().mostUnderWay()).isBetween(2, 16);
        // Each is told by one message; the thousand levels, which all came at once, by few.
        await().atMost(Duration.ofSeconds(60)).until(() -> inbox("message_id is not null") == 4 * 500);
        assertThat(inbox("fires_at is not null")).isEqualTo(2 * 500);
        assertThat(Database.number("select count(*) from inbox_message where platform = '" + platform + "'"))
                .isBetween(2 * 500L, 2 * 500L + 100);
        assertThat(Database.number("select count(*) from parked_record where platform = '" + platform + "'"))
                .isZero();
    }

    @Test
    void aPhoneGetsNoMoreThanItsShareOfTheDay() {
        List<Case> cases =
                IntStream.range(0, 55).mapToObj(i -> new Case(platform)).toList();
        cases.forEach(filed ->
                OutsideWorld.intake().contact(filed.id, "{\"complainantId\":\"u\",\"phone\":\"+8613700000001\"}"));

        OutsideWorld.topics()
                .write(IntakeEvent.TOPIC, cases.stream().map(Case::filed).toList());

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(outcomes()).containsExactly("SENT  50", "SKIPPED PHONE_CAP 5"));
        assertThat(OutsideWorld.gateway().accepted())
                .filteredOn(message -> message.path("to").asText().equals("+8613700000001"))
                .hasSize(50);
    }

    private static Stream<Case> shuffled(List<Case> cases) {
        List<Case> other = new ArrayList<>(cases);
        Collections.shuffle(other, new Random(11));
        return other.stream();
    }

    private List<String> outcomes() {
        return Database.column("select state || ' ' || coalesce(last_error, '') || ' ' || count(*) from delivery"
                + " where channel = 'SMS' and platform = '" + platform + "' group by state, last_error order by 1");
    }

    private long count(String condition) {
        return deliveries("SMS", condition);
    }

    private long inbox(String condition) {
        return deliveries("INBOX", condition);
    }

    private long deliveries(String channel, String condition) {
        return Database.number("select count(*) from delivery where channel = '" + channel + "' and platform = '"
                + platform + "' and " + condition);
    }
}
