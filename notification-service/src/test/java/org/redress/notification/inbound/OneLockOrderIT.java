package org.redress.notification.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.messaging.testkit.OpposedBatches;
import org.redress.notification.outside.Case;
import org.redress.notification.outside.OutsideWorld;
import org.redress.notification.outside.Service;

/** All three readers work on what is known of a case, and any of them may be the first to hear of it. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = OutsideWorld.class, scope = TestResourceScope.GLOBAL)
class OneLockOrderIT {
    private final String platform = "p-" + UUID.randomUUID();
    private final Case a = new Case(platform);
    private final Case b = new Case(platform);

    @Inject
    ComplaintEventsConsumer complaints;

    @Inject
    TriageEventsConsumer triage;

    @Inject
    SlaEventsConsumer sla;

    @Test
    void readersThatHearOfTheSameNewCasesInOppositeOrderDoNotLockEachOtherOut() throws Exception {
        OpposedBatches.run(complaints, List.of(a.filed(), b.filed()), triage, List.of(b.triaged("t"), a.triaged("t")));
        OpposedBatches.run(
                triage,
                List.of(a.assigned("agent"), b.assigned("agent")),
                sla,
                List.of(b.breached("OWNER"), a.breached("OWNER")));

        for (Case filed : List.of(a, b)) {
            assertThat(Service.inbox("complainant", platform, filed.complainant))
                    .hasSize(1);
        }
        assertThat(Service.inbox("agent", platform, "agent"))
                .extracting(OneLockOrderIT::kind)
                .contains("complaint-assigned", "complaint-assigned");
    }

    private static String kind(Map<String, Object> message) {
        return String.valueOf(message.get("kind"));
    }
}
