package org.redress.intake.remedy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.redress.contract.intake.RemedyType;
import org.redress.intake.casework.RemedyCarrier;
import org.redress.intake.lifecycle.Case;
import org.redress.intake.lifecycle.Part;
import org.redress.intake.lifecycle.PlatformOrders;
import org.redress.intake.sellingplatform.SellingPlatforms;
import org.redress.messaging.AfterCommit;

/**
 * Orders remedies from the selling platform: what is ordered on a case becomes an order in the same transaction, and is
 * delivered after it. Where no platform is connected, and for what is no platform's to do, a person carries it out.
 */
@ApplicationScoped
class CarryOutRemedies implements RemedyCarrier {
    /** What a selling platform can do by itself. */
    private static final Set<RemedyType> BY_THE_PLATFORM = EnumSet.of(
            RemedyType.REFUND, RemedyType.REDELIVER, RemedyType.REPLACE, RemedyType.COMPENSATE, RemedyType.UNFREEZE);

    private final RemedyOrderRepository orders;
    private final SellingPlatforms platforms;
    private final AfterCommit afterCommit;
    private final RemedyOrderWorker worker;

    CarryOutRemedies(
            RemedyOrderRepository orders,
            SellingPlatforms platforms,
            AfterCommit afterCommit,
            RemedyOrderWorker worker) {
        this.orders = orders;
        this.platforms = platforms;
        this.afterCommit = afterCommit;
        this.worker = worker;
    }

    @Override
    public PlatformOrders orders(UUID complaintId) {
        return orders.lock(complaintId);
    }

    @Override
    public void takeUp(String platform, Case before, Case after) {
        boolean any = false;
        for (Part.Remedy remedy : after.all(Part.Remedy.class)) {
            if (!before.parts().contains(remedy)) {
                takeUp(platform, after, remedy);
                any = true;
            }
        }
        if (any) {
            afterCommit.run(worker::wake);
        }
    }

    private void takeUp(String platform, Case after, Part.Remedy remedy) {
        switch (remedy.state()) {
            case ORDERED -> {
                if (platforms.connected() && BY_THE_PLATFORM.contains(remedy.type())) {
                    orders.insert(platform, after.facts(), remedy);
                }
            }
            case EXECUTED -> orders.executed(remedy.id(), remedy.platformReference());
            case RECALLED -> orders.recall(remedy.id());
            case CANCELLED -> orders.cancelled(remedy.id());
            case CONFIRMED, DISPUTED -> {}
        }
    }
}
