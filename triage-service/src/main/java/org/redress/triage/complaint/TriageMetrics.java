package org.redress.triage.complaint;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.redress.triage.judgement.Judgement;

/** Counts what is judged, by category and severity; no ids, no platforms, so that series stay few. */
@Singleton
class TriageMetrics {

    private final MeterRegistry registry;

    TriageMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void judged(Judgement judgement) {
        registry.counter(
                        "redress.triage.judgements",
                        "category",
                        judgement.category().name(),
                        "severity",
                        judgement.severity().name())
                .increment();
    }
}
