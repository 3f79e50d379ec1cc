package org.redress.intake.casework;

import java.util.UUID;
import org.redress.intake.lifecycle.Case;
import org.redress.intake.lifecycle.PlatformOrders;

/**
 * Has remedies carried out that no person carries out. Called under the lock of the complaint's row and in its transaction, so
 * that an order to the platform is written with what ordered it, or not at all.
 */
public interface RemedyCarrier {
    /** What is ordered from the platform for a complaint and has not ended. The answer stays true until the transaction ends. */
    PlatformOrders orders(UUID complaintId);

    /** Takes up what a command changed about remedies. */
    void takeUp(String platform, Case before, Case after);
}
