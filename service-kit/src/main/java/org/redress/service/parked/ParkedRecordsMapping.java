package org.redress.service.parked;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.ParkedRecord;
import org.redress.messaging.ParkedRecords;
import org.redress.messaging.ParkedRecords.Replay;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.ProblemException;

/**
 * What a service could not read or send, to look at, to try again and to discard. Ops sees what belongs to its platform and
 * what names none; another platform's is as absent. Payloads are never shown: they may hold personal data.
 *
 * <p>A service has a resource that extends this one and adds nothing but its path and its name:
 *
 * <pre>{@code
 * @Path("/api/v1/notes/parked-records")
 * @RolesAllowed({Role.OPS, Role.ADMIN})
 * public class ParkedRecordsResource extends ParkedRecordsMapping { … }
 * }</pre>
 *
 * It names the roles once more because of the rule that whoever says nothing is denied.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ParkedRecordsMapping {
    private static final String LAST = "last";

    private final ParkedRecords parked;
    private final IdempotentRequests requests;
    private final Caller caller;

    /** The records of this service, shown to the caller of the current request. */
    protected ParkedRecordsMapping(ParkedRecords parked, IdempotentRequests requests, Caller caller) {
        this.parked = parked;
        this.requests = requests;
        this.caller = caller;
    }

    /**
     * Why a record is discarded.
     *
     * @param reason kept with the record
     */
    @Schema(name = "Discard")
    public record Discard(@NotBlank @Size(max = 500) String reason) {}

    /**
     * How a replay ended well.
     *
     * @param outcome {@code DONE}, or {@code ALREADY_HANDLED} when it had been handled before and nothing happened now
     */
    @Schema(name = "ReplayOutcome")
    public record ReplayOutcome(Replay outcome) {}

    /** The open ones, newest first. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Tag(name = "parked records", description = "Records of the bus that could not be read")
    @Operation(summary = "Records set aside, newest first")
    public Page<ParkedRecord> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        List<ParkedRecord> records = parked.list(caller.platform(), after(cursor), limit + 1);
        return Page.of(
                records, limit, found -> Cursor.of(Map.of(LAST, found.id().toString())));
    }

    /** Tries one again, in a transaction of its own: what became of it stays, whatever is answered. */
    @POST
    @Path("/{id}/replays")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Tag(name = "parked records", description = "Records of the bus that could not be read")
    @Operation(summary = "Try a parked record again")
    @APIResponse(
            responseCode = "200",
            description = "It is handled, now or before",
            content = @Content(schema = @Schema(implementation = ReplayOutcome.class)))
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    @APIResponse(responseCode = "409", description = "It failed again, or only a part of it was kept; it stays parked")
    public Response replay(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.once(
                key, Map.of("id", id), () -> Response.ok(replay(id)).build());
    }

    private ReplayOutcome replay(UUID id) {
        Replay outcome = parked.replay(theirs(id).id(), caller.subject());
        return switch (outcome) {
            case DONE, ALREADY_HANDLED -> new ReplayOutcome(outcome);
            case NOT_FOUND -> throw ProblemException.notFound();
            case FAILED ->
                throw ProblemException.conflict(
                        "the record failed again: " + theirs(id).reason());
            case TRUNCATED ->
                throw ProblemException.conflict(
                        "only a part of the record was kept: it can be discarded, not replayed");
        };
    }

    /** Takes one off the list for good. */
    @POST
    @Path("/{id}/discards")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Tag(name = "parked records", description = "Records of the bus that could not be read")
    @Operation(summary = "Discard a parked record, with a reason")
    @APIResponse(responseCode = "204", description = "It is off the list")
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    public Response discard(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid Discard discard) {
        return requests.once(key, discard, () -> {
            if (!parked.discard(theirs(id).id(), caller.subject(), discard.reason())) {
                throw ProblemException.notFound();
            }
            return Response.noContent().build();
        });
    }

    private ParkedRecord theirs(UUID id) {
        return parked.find(id)
                .filter(found -> found.platform() == null || found.platform().equals(caller.platform()))
                .orElseThrow(ProblemException::notFound);
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        String last = Cursor.parse(cursor).get(LAST);
        try {
            return last == null ? null : UUID.fromString(last);
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
