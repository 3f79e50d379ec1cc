package org.redress.intake.remedy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.redress.service.due.DueWork;
import org.redress.service.due.DueWorks;

/** Delivers orders of remedies as they fall due. Thread-safe. */
@Startup
@ApplicationScoped
class RemedyOrderWorker {
    private final DueWork work;

    RemedyOrderWorker(DeliverRemedyOrder deliverRemedyOrder, RemedySettings settings, DueWorks works) {
        this.work = works.begin("remedy orders", settings.workers(), settings.poll(), deliverRemedyOrder::deliverNext);
    }

    /** Looks for due orders now, on a thread of its own. */
    void wake() {
        work.wake();
    }
}
