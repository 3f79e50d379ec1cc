package org.redress.sla.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** Settings of reports, under {@code redress.sla.report}. */
@ConfigMapping(prefix = "redress.sla.report")
interface ReportConfig {

    /** The zone in which days and weeks begin. The shipped calendars' zone. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** A level that was noticed later than this after its time counts as detected late. */
    @WithDefault("PT1S")
    Duration lateAfter();
}
