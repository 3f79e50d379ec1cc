package org.redress.intake.filing;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.redress.intake.complaint.Channel;

/** Counts filings by platform and channel: bounded tags, no ids. */
@ApplicationScoped
class FilingMetrics {
    private final MeterRegistry meters;

    FilingMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void filed(String platform, Channel channel) {
        meters.counter("redress.complaints.filed", "platform", platform, "channel", channel.name())
                .increment();
    }
}
