package org.redress.sla.board;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Category;
import org.redress.contract.Severity;
import org.redress.contract.Tier;
import org.redress.deadline.policy.Metric;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.service.time.StorableTime;

/** The query parameters that say which open clocks are meant. The value - of queue, owner, category or tier: none known. */
public final class BoardParameters {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_LETTERS = 200;

    /** One or several of BREACHED, LATE, AT_RISK, PAUSED, RUNNING, with commas between them. */
    @QueryParam("state")
    @Parameter(description = "BREACHED, LATE, AT_RISK, PAUSED, RUNNING; several with commas")
    @Nullable
    String state;

    /** What is measured. */
    @QueryParam("metric")
    @Nullable
    String metric;

    /** NORMAL, URGENT or CRITICAL. */
    @QueryParam("severity")
    @Nullable
    String severity;

    /** Of the complaint; -: none known. */
    @QueryParam("category")
    @Nullable
    String category;

    /** The queue it lies in; -: none. */
    @QueryParam("queue")
    @Parameter(description = "- for those not routed yet")
    @Nullable
    String queue;

    /** The tier that works on it; -: none. */
    @QueryParam("tier")
    @Nullable
    String tier;

    /** Whose it is; -: nobody's. */
    @QueryParam("owner")
    @Parameter(description = "- for nobody's")
    @Nullable
    String owner;

    /** Due before that time, overdue ones too. */
    @QueryParam("dueBefore")
    @Parameter(description = "a date-time with offset; overdue ones too")
    @Nullable
    String dueBefore;

    /** Due from now on within so long. */
    @QueryParam("dueWithin")
    @Parameter(description = "a duration from now on, PT4H")
    @Nullable
    String dueWithin;

    /** Made by the framework. */
    public BoardParameters() {}

    /**
     * The filter these parameters mean.
     *
     * @throws ProblemException 422 with an entry for each wrong parameter
     */
    BoardFilter filter(String platform) {
        var errors = new ArrayList<FieldError>();
        Set<BoardState> states = states(errors);
        Map<String, String> equal = new HashMap<>();
        known("metric", metric, names(Metric.values()), equal, errors);
        known("severity", severity, names(Severity.values()), equal, errors);
        known("category", category, namesOrNone(Category.values()), equal, errors);
        known("tier", tier, namesOrNone(Tier.values()), equal, errors);
        text("queue", queue, equal, errors);
        text("owner", owner, equal, errors);
        Instant before = instant(errors);
        Duration within = duration(errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new BoardFilter(platform, states, equal, before, within);
    }

    private Set<BoardState> states(List<FieldError> errors) {
        Set<BoardState> states = EnumSet.noneOf(BoardState.class);
        for (String name : state == null ? new String[0] : state.split(",", -1)) {
            Arrays.stream(BoardState.values())
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(states::add, () -> errors.add(value("state", names(BoardState.values()))));
        }
        return states;
    }

    private @Nullable Instant instant(List<FieldError> errors) {
        try {
            return dueBefore == null ? null : StorableTime.parse(dueBefore);
        } catch (DateTimeException e) {
            errors.add(new FieldError("/dueBefore", "format", "a date-time with offset, 2026-11-22T00:00:00Z"));
            return null;
        }
    }

    private @Nullable Duration duration(List<FieldError> errors) {
        try {
            Duration within = dueWithin == null ? null : Duration.parse(dueWithin);
            if (within == null || (within.toSeconds() > 0 && within.compareTo(LONGEST) <= 0)) {
                return within;
            }
        } catch (DateTimeException e) {
            // said below
        }
        errors.add(new FieldError("/dueWithin", "format", "a duration from PT1S to P366D, for example PT4H"));
        return null;
    }

    private static void known(
            String name,
            @Nullable String value,
            Set<String> names,
            Map<String, String> equal,
            List<FieldError> errors) {
        if (value == null) {
            return;
        }
        if (names.contains(value)) {
            equal.put(name, value);
        } else {
            errors.add(value(name, names));
        }
    }

    private static void text(String name, @Nullable String value, Map<String, String> equal, List<FieldError> errors) {
        if (value == null) {
            return;
        }
        if (value.length() > MOST_LETTERS || value.indexOf('\0') >= 0) {
            errors.add(new FieldError("/" + name, "length", "at most " + MOST_LETTERS + " characters"));
        } else {
            equal.put(name, value);
        }
    }

    private static FieldError value(String name, Set<String> names) {
        return new FieldError(
                "/" + name, "value", "one of " + names.stream().sorted().toList());
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toSet());
    }

    private static Set<String> namesOrNone(Enum<?>[] values) {
        Set<String> names = names(values);
        names.add(BoardFilter.NONE);
        return names;
    }
}
