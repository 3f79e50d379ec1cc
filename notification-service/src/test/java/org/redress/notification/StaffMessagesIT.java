package org.redress.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class StaffMessagesIT {
    private final String agent = "agent-" + UUID.randomUUID();

    @Test
    void anAgentIsToldOfTheirCaseEvenBeforeItsFilingIsKnown() {
        Case filed = new Case("kameng");

        OutsideWorld.topics().write(TriageEvent.TOPIC, filed.assigned(agent));
        await().until(() -> kinds("agent", agent).equals(List.of("complaint-assigned")));
        assertThat(text("agent", agent)).contains("—");

        OutsideWorld.topics().write(IntakeEvent.TOPIC, filed.filed());
        await().until(() -> text("agent", agent).contains(filed.number));
    }

    @Test
    void aWarningForAnOwnerNotYetKnownArrivesWithTheOwner() {
        Case filed = new Case("kameng");
        OutsideWorld.topics().write(SlaEvent.TOPIC, filed.approaching("OWNER"));
        await().until(() -> Service.deliveries(filed).size() == 2);
        assertThat(kinds("agent", agent)).isEmpty();

        OutsideWorld.topics().write(TriageEvent.TOPIC, filed.triaged(agent));

        await().until(() -> kinds("agent", agent).equals(List.of("deadline-approaching")));
    }

    @Test
    void opsSeesWarningBreachAndEscalationAndASupervisorOnlyWhatNamesThem() {
        String platform = "p-" + UUID.randomUUID();
        Case filed = new Case(platform);

        OutsideWorld.topics()
                .write(
                        SlaEvent.TOPIC,
                        List.of(
                                filed.approaching("OWNER"),
                                filed.breached("SUPERVISOR"),
                                filed.escalated("SENIOR_TIER")));

        await().until(() -> Service.inbox("ops", platform, "ops-1").size() == 3);
        assertThat(Service.inbox("ops", platform, "ops-1"))
                .extracting(message -> message.get("kind"))
                .containsExactly("complaint-escalated", "deadline-breached", "deadline-approaching");
        assertThat(Service.inbox("supervisor", platform, "s-1"))
                .extracting(message -> message.get("kind"))
                .containsExactly("deadline-breached");
        assertThat(Service.inbox("agent", platform, "a-1")).isEmpty();
    }

    @Test
    void anOlderAssignmentDoesNotTakeTheCaseBack() {
        Case filed = new Case("kameng");
        var first = filed.assigned("agent-old");
        var second = filed.assigned(agent);

        OutsideWorld.topics().write(TriageEvent.TOPIC, List.of(second, first));
        OutsideWorld.topics().write(SlaEvent.TOPIC, filed.breached("OWNER"));

        await().until(() -> kinds("agent", agent).contains("deadline-breached"));
    }

    private List<Object> kinds(String role, String subject) {
        return Service.inbox(role, "kameng", subject).stream()
                .map(message -> message.get("kind"))
                .toList();
    }

    private String text(String role, String subject) {
        return Service.inbox(role, "kameng", subject).stream()
                .map(message -> String.valueOf(message.get("text")))
                .findFirst()
                .orElse("");
    }
}
