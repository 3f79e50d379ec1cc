package org.redress.sla.breach;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.Metric;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.service.time.StorableTime;
import org.redress.sla.breach.BreachQuery.Place;

/** Fired levels over HTTP, each caller's own platform only. */
@Path("/api/v1/sla/breaches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Breaches", description = "Warnings, breaches and escalations as they fired")
public class BreachResource {
    private final BreachRepository breaches;
    private final Caller caller;

    BreachResource(BreachRepository breaches, Caller caller) {
        this.breaches = breaches;
        this.caller = caller;
    }

    /** Fired levels, newest first. */
    @GET
    @RolesAllowed({Role.OPS, Role.SUPERVISOR, Role.AGENT, Role.ADMIN, Role.PLATFORM})
    @Operation(summary = "Warnings, breaches and escalations as they fired, newest first")
    public Page<Breach> list(
            @QueryParam("kind") @Pattern(regexp = "WARNING|BREACH|ESCALATION|LAPSE") @Nullable String kind,
            @QueryParam("platform") @Nullable String platform,
            @QueryParam("metric") @Nullable String metric,
            @QueryParam("complaint") @Nullable UUID complaint,
            @QueryParam("since") @Nullable String since,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        var query = new BreachQuery(
                caller.platform(), kind, known(metric), complaint, instant(since), place(cursor), limit);
        if (platform != null && !platform.equals(caller.platform())) {
            return new Page<>(List.of(), null);
        }
        return Page.of(breaches.find(query), limit, BreachResource::cursor);
    }

    private static @Nullable String known(@Nullable String metric) {
        if (metric != null
                && Arrays.stream(Metric.values()).noneMatch(m -> m.name().equals(metric))) {
            throw ProblemException.invalid(
                    new FieldError("/metric", "value", "one of " + Arrays.toString(Metric.values())));
        }
        return metric;
    }

    private static @Nullable Instant instant(@Nullable String since) {
        try {
            return since == null ? null : StorableTime.parse(since);
        } catch (DateTimeException e) {
            throw ProblemException.invalid(
                    new FieldError("/since", "format", "a date-time with offset, 2026-11-22T00:00:00Z"));
        }
    }

    private static String cursor(Breach last) {
        return Cursor.of(
                Map.of("at", last.detectedAt().toString(), "id", last.id().toString()));
    }

    private static @Nullable Place place(@Nullable String cursor) {
        Map<String, String> values = Cursor.parse(cursor);
        if (values.isEmpty()) {
            return null;
        }
        try {
            return new Place(
                    StorableTime.parse(values.getOrDefault("at", "")), UUID.fromString(values.getOrDefault("id", "")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
