package org.redress.intake.parked;

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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.messaging.ParkedRecord;
import org.redress.messaging.ParkedRecords;
import org.redress.messaging.ParkedRecords.Replay;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.ProblemException;

/** What this service could not read: those of the caller's platform, and those that name none. Payloads stay inside. */
@Path("/api/v1/complaints/parked-records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "parked records")
@RolesAllowed({Role.OPS, Role.ADMIN})
public class ParkedResource {
    private final ParkedRecords parked;
    private final Caller caller;

    ParkedResource(ParkedRecords parked, Caller caller) {
        this.parked = parked;
        this.caller = caller;
    }

    /** Why a record is discarded. */
    @Schema(name = "Discard")
    public record Discard(@NotBlank @Size(max = 500) String reason) {}

    /** How a replay ended. */
    @Schema(name = "ReplayOutcome")
    public record ReplayOutcome(Replay outcome) {}

    /** The open ones, newest first. */
    @GET
    @Operation(summary = "Records that could not be read, newest first")
    public Page<ParkedRecord> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100) int limit) {
        var rows = parked.list(caller.platform(), after(cursor), limit + 1);
        return Page.of(rows, limit, last -> Cursor.of(Map.of("id", last.id().toString())));
    }

    /** Tries one again. */
    @POST
    @Path("/{id}/replays")
    @Operation(summary = "Try a parked record again")
    public ReplayOutcome replay(@PathParam("id") UUID id) {
        requireVisible(id);
        Replay outcome = parked.replay(id, caller.subject());
        if (outcome == Replay.NOT_FOUND) {
            throw ProblemException.notFound();
        }
        if (outcome == Replay.TRUNCATED) {
            throw ProblemException.conflict("only a part of the record was kept: it can be discarded, not replayed");
        }
        return new ReplayOutcome(outcome);
    }

    /** Takes one off the list for good. */
    @POST
    @Path("/{id}/discards")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Discard a parked record")
    public void discard(@PathParam("id") UUID id, @Valid @NotNull Discard discard) {
        requireVisible(id);
        if (!parked.discard(id, caller.subject(), discard.reason())) {
            throw ProblemException.notFound();
        }
    }

    private void requireVisible(UUID id) {
        String platform = caller.platform();
        boolean visible = parked.find(id)
                .filter(found -> found.platform() == null || platform.equals(found.platform()))
                .isPresent();
        if (!visible) {
            throw ProblemException.notFound();
        }
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.parse(cursor).getOrDefault("id", ""));
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
