package org.redress.sla.parked;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.ParkedRecord;
import org.redress.messaging.ParkedRecords;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.ProblemException;

/**
 * Records this service could not read or send. Ops sees those of its platform and those whose platform could not be
 * read; payloads are never shown.
 */
@Path("/api/v1/sla/parked-records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Parked records")
public class ParkedRecordsResource {
    private final ParkedRecords parked;
    private final Caller caller;

    ParkedRecordsResource(ParkedRecords parked, Caller caller) {
        this.parked = parked;
        this.caller = caller;
    }

    /**
     * Why a record is discarded.
     *
     * @param reason kept with the record
     */
    public record Discard(@NotBlank @Size(max = 500) String reason) {}

    /** The open ones, newest first. */
    @GET
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(operationId = "listParkedRecordsOfSla", summary = "Records set aside, newest first")
    public Page<ParkedRecord> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        List<ParkedRecord> records = parked.list(caller.platform(), after(cursor), limit + 1);
        return Page.of(
                records, limit, found -> Cursor.of(Map.of("after", found.id().toString())));
    }

    /** Tries one again. */
    @POST
    @Path("/{id}/replays")
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(operationId = "replayParkedRecordOfSla", summary = "Handle a parked record again")
    @APIResponse(responseCode = "204", description = "It is handled")
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    @APIResponse(responseCode = "409", description = "It failed again, or only a part of it was kept")
    public void replay(@PathParam("id") UUID id) {
        ParkedRecord record = theirs(id);
        switch (parked.replay(record.id(), caller.subject())) {
            case DONE, ALREADY_HANDLED -> {
                return;
            }
            case NOT_FOUND -> throw ProblemException.notFound();
            case FAILED ->
                throw ProblemException.conflict(
                        "the record failed again: " + theirs(id).reason());
            case TRUNCATED -> throw ProblemException.conflict("only a part of the record was kept");
        }
    }

    /** Takes one off the list for good. */
    @POST
    @Path("/{id}/discards")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(operationId = "discardParkedRecordOfSla", summary = "Discard a parked record, with a reason")
    @APIResponse(responseCode = "204", description = "It is off the list")
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    public void discard(@PathParam("id") UUID id, @NotNull @Valid Discard discard) {
        if (!parked.discard(theirs(id).id(), caller.subject(), discard.reason())) {
            throw ProblemException.notFound();
        }
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        String after = Cursor.parse(cursor).get("after");
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }

    private ParkedRecord theirs(UUID id) {
        return parked.find(id)
                .filter(found -> found.platform() == null || found.platform().equals(caller.platform()))
                .orElseThrow(ProblemException::notFound);
    }
}
