package org.redress.triage.freeze;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.redress.service.due.DueWork;
import org.redress.service.due.DueWorks;

/** Delivers freezes as they fall due. Thread-safe. */
@Startup
@Singleton
class FreezeWorker {

    private final DueWork work;

    FreezeWorker(DeliverFreeze deliverFreeze, FreezeSettings settings, DueWorks works) {
        this.work = works.begin("freezes", settings.workers(), settings.poll(), deliverFreeze::deliverNext);
    }

    /** Looks for due freezes now, on a thread of its own. */
    void wake() {
        work.wake();
    }
}
