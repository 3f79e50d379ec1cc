package org.redress.sla.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.document.CalendarDocument;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.sla.calendar.CalendarRepository.StoredCalendar;

/** Calendars over HTTP: the shipped ones and the caller's platform's own. */
@Path("/api/v1/sla/calendars")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "Working hours, holidays and worked weekends, in versions")
public class CalendarResource {
    private final CalendarRepository calendars;
    private final CalendarRequests reading;
    private final StoreCalendar store;
    private final IdempotentRequests requests;
    private final Caller caller;

    CalendarResource(
            CalendarRepository calendars,
            CalendarRequests reading,
            StoreCalendar store,
            IdempotentRequests requests,
            Caller caller) {
        this.calendars = calendars;
        this.reading = reading;
        this.store = store;
        this.requests = requests;
        this.caller = caller;
    }

    /** What a check found. */
    @Schema(name = "CalendarCheck", description = "Whether a calendar would be accepted, and all that is wrong with it")
    record CheckAnswer(boolean valid, List<FieldError> errors) {}

    /** Stores the next version of an own calendar; nothing is stored if a field is wrong. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Create a calendar of the platform's own, or its next version; changes no open complaint")
    @APIResponse(
            responseCode = "201",
            description = "Stored; policies that are accepted from now on count by it",
            content = @Content(schema = @Schema(implementation = CalendarView.class)))
    @APIResponse(responseCode = "409", description = "The version is not the next one")
    @APIResponse(responseCode = "422", description = "A field is wrong; nothing was stored")
    public Response create(
            @HeaderParam("Idempotency-Key") @Nullable String key, @NotNull Map<String, Object> document) {
        return requests.once(key, document, () -> {
            List<FieldError> errors = new ArrayList<>();
            var asked = reading.asked(document, errors).orElseThrow(() -> ProblemException.invalid(errors));
            var stored = store.own(caller.platform(), asked.calendar(), asked.version(), caller.subject());
            return calendars
                    .find(stored.owner(), stored.calendar().id(), stored.version())
                    .map(row -> Response.created(URI.create("/api/v1/sla/calendars/" + row.id() + "/" + row.version()))
                            .entity(view(row))
                            .build())
                    .orElseThrow();
        });
    }

    /** Checks without storing. */
    @POST
    @Path("/validations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR, Role.PLATFORM})
    @Operation(summary = "What is wrong with a calendar, each field with its reason; stores nothing")
    @APIResponse(responseCode = "200", description = "The answer says whether it would be accepted")
    public CheckAnswer validate(@NotNull Map<String, Object> document) {
        List<FieldError> errors = new ArrayList<>();
        boolean valid = reading.asked(document, errors).isPresent();
        return new CheckAnswer(valid, errors);
    }

    /** The newest version of each. */
    @GET
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR, Role.AGENT, Role.PLATFORM})
    @Operation(summary = "The newest version of every calendar the platform may use, by name")
    public Page<CalendarView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        String after = Cursor.parse(cursor).get("after");
        return Page.of(
                        calendars.list(caller.platform(), after, limit + 1),
                        limit,
                        row -> Cursor.of(Map.of("after", row.id())))
                .map(CalendarResource::view);
    }

    /** The versions of one, newest first. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR, Role.AGENT, Role.PLATFORM})
    @Operation(summary = "The versions of a calendar, newest first")
    public Page<CalendarView> versions(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        List<StoredCalendar> rows = calendars.versions(caller.platform(), id, below(cursor), limit + 1);
        if (rows.isEmpty() && cursor == null) {
            throw ProblemException.notFound();
        }
        return Page.of(rows, limit, row -> Cursor.of(Map.of("below", Integer.toString(row.version()))))
                .map(CalendarResource::view);
    }

    /** One version, as it can be posted again. */
    @GET
    @Path("/{id}/{version}")
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR, Role.AGENT, Role.PLATFORM})
    @Operation(summary = "One version of a calendar")
    @APIResponse(responseCode = "200", description = "The version")
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    public CalendarView one(@PathParam("id") String id, @PathParam("version") int version) {
        return calendars
                .find(VersionedCalendar.SHIPPED, id, version)
                .or(() -> calendars.find(caller.platform(), id, version))
                .map(CalendarResource::view)
                .orElseThrow(ProblemException::notFound);
    }

    private static int below(@Nullable String cursor) {
        String below = Cursor.parse(cursor).get("below");
        try {
            return cursor == null ? Integer.MAX_VALUE : Integer.parseInt(String.valueOf(below));
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }

    private static CalendarView view(StoredCalendar row) {
        return new CalendarView(
                row.id(),
                row.version(),
                row.owner().equals(VersionedCalendar.SHIPPED),
                row.createdAt(),
                row.createdBy(),
                CalendarDocument.write(CalendarDocuments.read(row.document())));
    }
}
