package org.redress.sla.complaint;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.redress.sla.setaside.SetAsidePlatforms;

/**
 * Gives complaints that waited for their platform's first policy, or for a policy that could not be read, their clocks once
 * it is there, and shows how many wait and how many are set aside. Looks at the rows rather than listening for activations: so it also finds a complaint whose
 * filing was being stored while the policy was being activated, each transaction blind to the other.
 */
@ApplicationScoped
class HeldComplaints {
    private static final int AT_ONCE = 500;

    private final ComplaintRepository complaints;
    private final ComputeClocks compute;
    private final PolicyChoice policies;
    private final SetAsidePlatforms platforms;
    private final AtomicLong withoutPolicy = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();

    HeldComplaints(
            ComplaintRepository complaints,
            ComputeClocks compute,
            PolicyChoice policies,
            SetAsidePlatforms platforms,
            MeterRegistry registry) {
        this.complaints = complaints;
        this.compute = compute;
        this.policies = policies;
        this.platforms = platforms;
        registry.gauge("redress.sla.complaints.without.policy", withoutPolicy);
        registry.gauge("redress.sla.complaints.set.aside", setAside);
    }

    @Scheduled(
            every = "{redress.sla.watch.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void resume() {
        platforms.list().stream()
                .filter(held -> policies.canBeRead(held.platform(), held.policyVersion()))
                .forEach(held -> platforms.takeBack(held.platform()));
        resumeAll(complaints::withoutPolicyInVain);
        resumeAll(complaints::setAsideWithTheirPlatformInVain);
    }

    @Scheduled(
            every = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void count() {
        withoutPolicy.set(complaints.countWithoutPolicy());
        setAside.set(complaints.countSetAside());
    }

    /** A set is done at once. With more than that a second thread helps: one's Java runs while the other's statement does. */
    private void resumeAll(IntFunction<List<Complaint>> lockSome) {
        if (resumeSome(lockSome)) {
            var help = CompletableFuture.runAsync(() -> resumeRest(lockSome), HeldComplaints::start);
            resumeRest(lockSome);
            help.join();
        }
    }

    private void resumeRest(IntFunction<List<Complaint>> lockSome) {
        boolean more;
        do {
            more = resumeSome(lockSome);
        } while (more);
    }

    /** Resumes a set, and says whether there may be more. */
    private boolean resumeSome(IntFunction<List<Complaint>> lockSome) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Complaint> some = lockSome.apply(AT_ONCE);
            compute.of(some);
            return some.size() == AT_ONCE;
        });
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "sla-held-complaints");
        thread.setDaemon(true);
        thread.start();
    }
}
