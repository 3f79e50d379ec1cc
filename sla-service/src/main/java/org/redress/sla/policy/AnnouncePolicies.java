package org.redress.sla.policy;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Tells others of each version once, when it takes effect: at its activation, or by the tick after its time has come. A version
 * that is retired before is never told. Several instances share the work; the note and the event are one transaction.
 */
@ApplicationScoped
class AnnouncePolicies {
    private final PolicyVersionRepository versions;
    private final PolicyPublisher publisher;

    AnnouncePolicies(PolicyVersionRepository versions, PolicyPublisher publisher) {
        this.versions = versions;
        this.publisher = publisher;
    }

    @Scheduled(
            every = "{redress.sla.watch.tick}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    @Transactional
    void due() {
        versions.announce().forEach(publisher::activated);
    }
}
