package org.redress.intake.order;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.redress.service.due.DueWork;
import org.redress.service.due.DueWorks;

/** Pulls orders as they fall due. Thread-safe. */
@Startup
@Singleton
class PullWorker {
    private final DueWork work;

    PullWorker(PullOrder pullOrder, OrderSettings settings, DueWorks works) {
        this.work = works.begin("orders to pull", settings.workers(), settings.poll(), pullOrder::pullNext);
    }

    /** Looks for due orders now, on a thread of its own. */
    void wake() {
        work.wake();
    }
}
