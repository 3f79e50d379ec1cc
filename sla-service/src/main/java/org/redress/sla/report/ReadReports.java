package org.redress.sla.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.sla.report.ReportRepository.Place;
import org.redress.sla.report.ReportRepository.Selection;

/** Makes reports of what is stored. Thread safe. */
@ApplicationScoped
class ReadReports {
    private static final int BATCH = 1000;

    private final ReportRepository repository;
    private final ReportConfig config;

    ReadReports(ReportRepository repository, ReportConfig config) {
        this.repository = repository;
        this.config = config;
    }

    /** The days that were asked for; today is the database's day in the reports' zone. */
    ReportRange range(ReportParameters parameters) {
        LocalDate today = repository.now().atZone(config.zone()).toLocalDate();
        return parameters.range(today, config.zone());
    }

    /** How many deadlines were kept. */
    AttainmentReport attainment(String platform, ReportRange range) {
        return new AttainmentReport(
                repository.now(),
                platform,
                range.from(),
                range.to(),
                range.zone().getId(),
                config.lateAfter(),
                repository.attainment(platform, range));
    }

    /** The deadlines behind a place, one more than the limit if there are more. */
    List<PastDeadline> deadlines(
            String platform, ReportRange range, Selection selection, @Nullable Place after, int limit) {
        return repository.deadlines(platform, range, selection, after, limit);
    }

    /** The next deadlines behind one, none at the end. */
    List<PastDeadline> behind(String platform, ReportRange range, Selection selection, @Nullable PastDeadline last) {
        Place after = last == null ? null : new Place(last.dueAt(), last.clockId());
        List<PastDeadline> rows = repository.deadlines(platform, range, selection, after, BATCH);
        return rows.subList(0, Math.min(BATCH, rows.size()));
    }
}
