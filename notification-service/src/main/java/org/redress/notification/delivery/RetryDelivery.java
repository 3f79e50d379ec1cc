package org.redress.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.redress.messaging.AfterCommit;
import org.redress.service.problem.ProblemException;

/** Has a failed delivery tried again, on a person's word. Needs the caller's transaction. */
@ApplicationScoped
class RetryDelivery {
    private final DeliveryRepository deliveries;
    private final DeliverySettings settings;
    private final AfterCommit afterCommit;
    private final DueSignal due;

    RetryDelivery(DeliveryRepository deliveries, DeliverySettings settings, AfterCommit afterCommit, DueSignal due) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.afterCommit = afterCommit;
        this.due = due;
    }

    /**
     * Makes it due again. One whose last request's fate is unknown is looked up first, as always.
     *
     * @throws ProblemException 404 if it is absent or another platform's, 409 if it is not FAILED
     */
    Delivery retry(UUID id, String platform) {
        boolean again = deliveries.retry(id, platform, settings.giveUpAfter());
        Delivery delivery = deliveries.find(id, platform).orElseThrow(ProblemException::notFound);
        if (!again) {
            throw ProblemException.conflict("the delivery is " + delivery.state() + ", not FAILED");
        }
        afterCommit.run(due::wake);
        return delivery;
    }
}
