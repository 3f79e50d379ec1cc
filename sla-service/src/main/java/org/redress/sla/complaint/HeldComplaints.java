package org.redress.sla.complaint;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Gives complaints that waited for their platform's first policy their clocks once it is in force, and shows how many wait
 * and how many are set aside. Looks at the rows rather than listening for activations: so it also finds a complaint whose
 * filing was being stored while the policy was being activated, each transaction blind to the other.
 */
@ApplicationScoped
class HeldComplaints {
    private static final int AT_ONCE = 200;

    private final ComplaintRepository complaints;
    private final ComputeClocks compute;
    private final AtomicLong withoutPolicy = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();

    HeldComplaints(ComplaintRepository complaints, ComputeClocks compute, MeterRegistry registry) {
        this.complaints = complaints;
        this.compute = compute;
        registry.gauge("redress.sla.complaints.without.policy", withoutPolicy);
        registry.gauge("redress.sla.complaints.set.aside", setAside);
    }

    @Scheduled(
            every = "{redress.sla.watch.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void resume() {
        int resumed;
        do {
            resumed = QuarkusTransaction.requiringNew().call(this::someOfThem);
        } while (resumed == AT_ONCE);
    }

    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void count() {
        withoutPolicy.set(complaints.countWithoutPolicy());
        setAside.set(complaints.countSetAside());
    }

    private int someOfThem() {
        List<Complaint> some = complaints.withoutPolicyInVain(AT_ONCE);
        some.forEach(compute::of);
        return some.size();
    }
}
