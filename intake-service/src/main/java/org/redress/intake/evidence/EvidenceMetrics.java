package org.redress.intake.evidence;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/** Counts evidence and stored files: bounded tags, no ids. */
@ApplicationScoped
class EvidenceMetrics {
    private final MeterRegistry meters;
    private final AtomicLong stored = new AtomicLong(-1);

    EvidenceMetrics(MeterRegistry meters) {
        this.meters = meters;
        Gauge.builder("redress.evidence.stored.files", stored, AtomicLong::doubleValue)
                .description("Files in the store that are older than an upload takes, at the last sweep; -1 before it")
                .register(meters);
    }

    void added(EvidenceVersion version) {
        String sort = version.original().type().family().name();
        meters.counter("redress.evidence.added", "kind", version.kind().name(), "sort", sort)
                .increment();
        meters.counter("redress.evidence.added.bytes", "sort", sort)
                .increment((double) version.original().size());
    }

    void refused(Refused why) {
        meters.counter("redress.evidence.refused", "reason", why.wire()).increment();
    }

    void swept(long found, long deleted) {
        stored.set(found - deleted);
        meters.counter("redress.evidence.orphans.deleted").increment((double) deleted);
    }
}
