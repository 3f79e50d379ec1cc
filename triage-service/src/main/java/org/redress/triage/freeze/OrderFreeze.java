package org.redress.triage.freeze;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.redress.messaging.AfterCommit;
import org.redress.service.id.Ids;

/** Orders a protective freeze (R21): one a complaint, never for an outdated filing. */
@Singleton
public class OrderFreeze {

    private final FreezeRepository freezes;
    private final FreezeEvents events;
    private final FreezeSettings settings;
    private final AfterCommit afterCommit;
    private final FreezeWorker worker;

    OrderFreeze(
            FreezeRepository freezes,
            FreezeEvents events,
            FreezeSettings settings,
            AfterCommit afterCommit,
            FreezeWorker worker) {
        this.freezes = freezes;
        this.events = events;
        this.settings = settings;
        this.afterCommit = afterCommit;
        this.worker = worker;
    }

    /**
     * Orders a freeze in the running transaction; it is delivered after the commit. A filing older than
     * {@link FreezeSettings#maxAge()} leaves a row that needs a person, and no event: the money may long be safe, and
     * freezing the wrong moment does harm.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void order(FreezeOrder order) {
        UUID freezeId = Ids.next();
        freezes.insert(freezeId, order, settings.maxAge()).ifPresent(orderedAt -> {
            events.ordered(freezeId, order, orderedAt);
            afterCommit.run(worker::wake);
        });
    }
}
