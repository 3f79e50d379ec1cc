package org.redress.intake.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.chain.ChainedEntry;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.ProblemException;

/** Reads timelines. What the caller may not see answers like what does not exist. */
@Path("/api/v1/complaints/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline", description = "What happened to a complaint, and whether it is as it was written")
public class TimelineResource {
    private static final String BEHIND = "n";

    private final TimelineRepository timelines;
    private final Caller caller;
    private final ObjectMapper json;

    TimelineResource(TimelineRepository timelines, Caller caller, ObjectMapper json) {
        this.timelines = timelines;
        this.caller = caller;
        this.json = json;
    }

    /** What happened to a complaint, oldest first. */
    @GET
    @RolesAllowed({Role.COMPLAINANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.PARTNER})
    @Operation(summary = "What happened to a complaint, oldest first, with each entry's place in its hash chain")
    public Page<TimelineItem> timeline(
            @PathParam("id") UUID id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(100) int limit) {
        Viewer viewer = Viewer.of(caller);
        var rows = timelines.page(id, viewer, after(cursor), limit + 1);
        if (rows.isEmpty() && cursor == null) {
            throw ProblemException.notFound();
        }
        return Page.of(rows, limit, TimelineResource::behind).map(this::item);
    }

    private TimelineItem item(TimelineRepository.Listed listed) {
        ChainedEntry entry = listed.entry();
        var content = entry.content();
        String digest = content.digest().hex();
        String hash = entry.hash().hex();
        if (!listed.readable()) {
            return new TimelineItem(entry.position(), null, null, null, true, null, null, null, digest, hash);
        }
        return new TimelineItem(
                entry.position(),
                content.kind(),
                content.at(),
                content.actor(),
                content.staffOnly(),
                read(content.data()),
                content.eventId(),
                content.salt(),
                digest,
                hash);
    }

    private static String behind(TimelineRepository.Listed last) {
        return Cursor.of(Map.of(BEHIND, Integer.toString(last.entry().position())));
    }

    private static int after(@Nullable String cursor) {
        if (Cursor.isFirst(cursor)) {
            return 0;
        }
        try {
            return Integer.parseInt(Cursor.parse(cursor).getOrDefault(BEHIND, ""));
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }

    private JsonNode read(String data) {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
