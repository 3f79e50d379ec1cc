package org.redress.notification.delivery;

import java.time.Duration;

/** Decides when an inbox delivery is put into its inbox: at once, or together with others. */
public interface Turn {
    /** Takes a delivery that has an addressee, inside the caller's transaction. */
    void tell(Delivery delivery);

    /** How late a level must be noticed to be told as late. */
    Duration lateAfter();
}
