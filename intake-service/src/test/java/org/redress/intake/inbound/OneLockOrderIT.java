package org.redress.intake.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.Desk.as;
import static org.redress.intake.Desk.filed;
import static org.redress.intake.Desk.someone;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.contract.ContractEvent;
import org.redress.contract.Tier;
import org.redress.contract.sla.DeadlineApproaching;
import org.redress.contract.sla.LevelKind;
import org.redress.contract.sla.Metric;
import org.redress.contract.sla.SlaEvent;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.contract.triage.TriageEvent;
import org.redress.infra.RedressInfra;
import org.redress.messaging.IncomingEvent;
import org.redress.messaging.testkit.OpposedBatches;

/** The readers of triage's and of sla's events write to the same complaints. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class OneLockOrderIT {
    private static final String PLATFORM = "huijin";

    @Inject
    TriageEventsConsumer triage;

    @Inject
    SlaEventsConsumer sla;

    @Test
    void readersThatAreToldOfTheSameCasesInOppositeOrderDoNotLockEachOtherOut() throws Exception {
        String me = someone();
        UUID a = UUID.fromString(filed(PLATFORM, me));
        UUID b = UUID.fromString(filed(PLATFORM, me));

        OpposedBatches.run(triage, List.of(assigned(a), assigned(b)), sla, List.of(approaching(b), approaching(a)));

        for (UUID id : List.of(a, b)) {
            assertThat(as("ops", PLATFORM, "ops-1")
                            .get("/api/v1/complaints/" + id + "/timeline")
                            .jsonPath()
                            .getList("items.kind", String.class))
                    .contains("ASSIGNED", "DEADLINE_APPROACHING");
        }
    }

    private static IncomingEvent assigned(UUID id) {
        return event(TriageEvent.SOURCE, id, new ComplaintAssigned(id, "q", Tier.JUNIOR, "agent-1", "FILED", now()));
    }

    private static IncomingEvent approaching(UUID id) {
        var near = new DeadlineApproaching(
                id,
                UUID.randomUUID(),
                Metric.FIRST_RESPONSE,
                1,
                0,
                LevelKind.WARNING,
                "OWNER",
                now(),
                now(),
                now(),
                Duration.ZERO);
        return event(SlaEvent.SOURCE, id, near);
    }

    private static IncomingEvent event(String source, UUID id, ContractEvent event) {
        return new IncomingEvent(
                UUID.randomUUID(), source, event.type(), id.toString(), PLATFORM, 100, now(), event.data());
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
