package org.redress.intake.content;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How long looking into files takes, by what came out: bounded tags, nothing of the files. */
@ApplicationScoped
class InspectionMetrics {
    private final MeterRegistry meters;

    InspectionMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void inspected(Inspection inspection, Duration taken) {
        meters.timer("redress.files.inspected", "answer", answer(inspection)).record(taken);
    }

    private static String answer(Inspection inspection) {
        return inspection instanceof Inspection.Refused refused
                ? refused.reason().code()
                : "accepted";
    }
}
