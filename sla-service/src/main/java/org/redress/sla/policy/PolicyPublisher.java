package org.redress.sla.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.redress.contract.sla.PolicyActivated;
import org.redress.messaging.Outbox;
import org.redress.messaging.OutgoingEvent;

/** Tells others of a new policy version, in the transaction that stores it. */
@ApplicationScoped
class PolicyPublisher {
    private final Outbox outbox;
    private final ObjectMapper json;

    PolicyPublisher(Outbox outbox, ObjectMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** Appends PolicyActivated; its subject is the platform. */
    void activated(StoredPolicy policy) {
        try {
            var event = new PolicyActivated(
                    policy.platform(),
                    policy.version(),
                    Objects.requireNonNull(policy.activeFrom()),
                    json.readTree(policy.document()));
            outbox.append(new OutgoingEvent(event.type(), policy.platform(), policy.platform(), event.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy that was accepted is JSON", e);
        }
    }
}
