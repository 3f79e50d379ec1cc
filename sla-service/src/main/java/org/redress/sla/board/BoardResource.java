package org.redress.sla.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.time.StorableTime;

/** The board over HTTP, for the staff of a platform; each caller's own platform only. */
@Path("/api/v1/sla/board")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Board", description = "What is open, how it stands, what is due; in figures, lists and live")
public class BoardResource {
    private static final String NO_DUE_TIME = "none";

    private final ReadBoard board;
    private final BoardRepository repository;
    private final Caller caller;

    BoardResource(ReadBoard board, BoardRepository repository, Caller caller) {
        this.board = board;
        this.repository = repository;
        this.caller = caller;
    }

    /** The figures. */
    @GET
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(
            summary =
                    "How many clocks are open, how they stand and what is due, with the address of each figure's cases",
            description = "A second old, older where counting takes long; asOf tells.")
    @APIResponse(responseCode = "200", description = "The figures")
    @APIResponse(responseCode = "422", description = "A filter is wrong")
    public Board figures(@BeanParam BoardParameters parameters) {
        return board.of(parameters.filter(caller.platform()));
    }

    /** The cases. */
    @GET
    @Path("/cases")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(
            summary = "Open clocks by due time, those without one last",
            description =
                    "Each page goes on behind the last case of the page before: a clock whose due time moves meanwhile"
                            + " can be met twice or not at all, no other.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "422", description = "A filter or the cursor is wrong")
    public Page<BoardCase> cases(
            @BeanParam BoardParameters parameters,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        BoardFilter filter = parameters.filter(caller.platform());
        return Page.of(repository.cases(filter, place(cursor), limit), limit, BoardResource::cursor);
    }

    private static String cursor(BoardCase last) {
        String at = last.dueAt() == null ? NO_DUE_TIME : last.dueAt().toString();
        return Cursor.of(Map.of("due", at, "id", last.clockId().toString()));
    }

    private static @Nullable BoardPlace place(@Nullable String cursor) {
        Map<String, String> values = Cursor.parse(cursor);
        if (values.isEmpty()) {
            return null;
        }
        try {
            String due = values.getOrDefault("due", "");
            return new BoardPlace(
                    due.equals(NO_DUE_TIME) ? null : StorableTime.parse(due),
                    UUID.fromString(values.getOrDefault("id", "")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
