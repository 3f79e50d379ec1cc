package org.redress.notification.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.redress.notification.delivery.Delivery;
import org.redress.notification.delivery.PutInInbox;
import org.redress.notification.delivery.Turn;

/**
 * Tells a notice at once or leaves it to be told with others. What is left is in the rows: a crash loses nothing. Two
 * transactions that don't see each other may each tell one at once; no more than that depends on the order.
 */
@ApplicationScoped
class TellInTurn implements Turn {

    private final GatheredDeliveries gathered;
    private final PutInInbox putInInbox;
    private final DigestSettings settings;
    private final Pacing pacing;

    TellInTurn(GatheredDeliveries gathered, PutInInbox putInInbox, DigestSettings settings) {
        this.gathered = gathered;
        this.putInInbox = putInInbox;
        this.settings = settings;
        this.pacing = new Pacing(settings.lateAfter(), settings.oneByOne());
    }

    @Override
    public Duration lateAfter() {
        return settings.lateAfter();
    }

    @Override
    public void tell(Delivery delivery) {
        if (delivery.firesAt() == null || isTurn(delivery)) {
            putInInbox.alone(delivery);
        } else {
            gathered.gather(delivery.id(), settings.quiet());
        }
    }

    private boolean isTurn(Delivery delivery) {
        return pacing.atOnce(gathered.standing(delivery, settings.within(), settings.oneByOne()));
    }
}
