package org.redress.sla.report;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.Metric;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.sla.report.ReportRepository.Selection;

/** The query parameters that say which deadlines of a range are listed. */
public final class DeadlineParameters {
    /** An ISO week. */
    @QueryParam("week")
    @Pattern(regexp = "[0-9]{4}-W[0-9]{2}")
    @Nullable
    String week;

    /** What is measured. */
    @QueryParam("metric")
    @Nullable
    String metric;

    /** As it is now. */
    @QueryParam("severity")
    @Pattern(regexp = "NORMAL|URGENT|CRITICAL")
    @Nullable
    String severity;

    /** What they count as; WITHDRAWN: those whose breach was withdrawn, whatever they count as. */
    @QueryParam("outcome")
    @Pattern(regexp = "MET|BREACHED|OPEN|CANCELLED|WITHDRAWN")
    @Nullable
    String outcome;

    /** Made by the framework. */
    public DeadlineParameters() {}

    /**
     * What these parameters select.
     *
     * @throws ProblemException 422 when there is no such metric
     */
    Selection selection() {
        if (metric != null
                && Arrays.stream(Metric.values())
                        .noneMatch(known -> known.name().equals(metric))) {
            String known = Arrays.stream(Metric.values()).map(Enum::name).collect(Collectors.joining(", "));
            throw ProblemException.invalid(new FieldError("/metric", "value", "one of " + known));
        }
        return new Selection(week, metric, severity, outcome);
    }
}
