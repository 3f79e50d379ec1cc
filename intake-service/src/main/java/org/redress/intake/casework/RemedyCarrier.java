package org.redress.intake.casework;

import java.util.Set;
import java.util.UUID;
import org.redress.intake.lifecycle.Case;

/**
 * Has remedies carried out that no person carries out. Called under the lock of the complaint's row and in its transaction, so
 * that an order to the platform is written with what ordered it, or not at all.
 */
public interface RemedyCarrier {
    /**
     * The remedies of a complaint that the platform may be carrying out: it was told, and has not said how it ended. The
     * answer stays true until the transaction ends.
     */
    Set<UUID> underWay(UUID complaintId);

    /** Takes up what a command changed about remedies. */
    void takeUp(String platform, Case before, Case after);
}
