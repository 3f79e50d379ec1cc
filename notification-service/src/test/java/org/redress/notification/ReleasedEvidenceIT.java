package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.Database;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

/** The complainant is told when what the merchant handed in can be read (R41). */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class ReleasedEvidenceIT {
    private static final String KIND = "evidence-released";

    @Test
    void eachReleaseIsToldOnceOnThePhoneAndInTheInboxHoweverOftenItsEventComes() {
        Case filed = new Case("qihui");
        IncomingEvent first = filed.evidenceReleased();
        IncomingEvent second = filed.evidenceReleased();
        OutsideWorld.topics().write(IntakeEvent.TOPIC, List.of(filed.filed(), first, first, second));
        awaitTold(filed, 2);

        // As if the offsets had been set back after the inbox rows had expired.
        Database.change("delete from inbox where event_id in ('" + first.id() + "', '" + second.id() + "')");
        IncomingEvent third = filed.evidenceReleased();
        OutsideWorld.topics().write(IntakeEvent.TOPIC, List.of(first, second, third));
        awaitTold(filed, 3);

        assertThat(Service.deliveries(filed))
                .filteredOn(delivery -> KIND.equals(delivery.get("template")))
                .hasSize(6);
        assertThat(OutsideWorld.gateway().accepted(filed.number))
                .filteredOn(message -> message.path("template").asText().equals("REDRESS_EVIDENCE_RELEASED_ZH"))
                .hasSize(3)
                .allSatisfy(message -> assertThat(message.path("text").asText())
                        .isEqualTo("投诉 " + filed.number + "：商家提交的证据现已向您开放，您可以查看并回应。"));
        assertThat(messages(filed))
                .hasSize(3)
                .allSatisfy(message ->
                        assertThat(message).containsEntry("title", "有新的证据可查看").containsEntry("number", filed.number));
        assertThat(Service.inbox("merchant", "qihui", filed.complainant)).isEmpty();
    }

    private static void awaitTold(Case filed, int times) {
        await().until(() -> sent(filed, "SMS") == times && sent(filed, "INBOX") == times);
    }

    private static long sent(Case filed, String channel) {
        return Service.deliveries(filed).stream()
                .filter(delivery -> KIND.equals(delivery.get("template")))
                .filter(delivery -> channel.equals(delivery.get("channel")) && "SENT".equals(delivery.get("state")))
                .count();
    }

    private static List<Map<String, Object>> messages(Case filed) {
        return Service.inbox("complainant", "qihui", filed.complainant).stream()
                .filter(message -> KIND.equals(message.get("kind")))
                .toList();
    }
}
