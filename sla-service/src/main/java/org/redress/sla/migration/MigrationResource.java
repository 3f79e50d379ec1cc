package org.redress.sla.migration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.page.Cursor;
import org.redress.service.page.Page;
import org.redress.service.problem.ProblemException;
import org.redress.sla.migration.Migration.CaseState;
import org.redress.sla.migration.MigrationCaseRepository.CaseView;

/** Migrations over HTTP, each caller's own platform only. */
@Path("/api/v1/sla/migrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Migrations", description = "Open complaints move to another policy version")
public class MigrationResource {
    private final MigrationRepository migrations;
    private final MigrationCaseRepository cases;
    private final PreviewMigration preview;
    private final StartMigration start;
    private final IdempotentRequests requests;
    private final Caller caller;

    MigrationResource(
            MigrationRepository migrations,
            MigrationCaseRepository cases,
            PreviewMigration preview,
            StartMigration start,
            IdempotentRequests requests,
            Caller caller) {
        this.migrations = migrations;
        this.cases = cases;
        this.preview = preview;
        this.start = start;
        this.requests = requests;
        this.caller = caller;
    }

    /** What a migration would do. */
    @POST
    @Path("/previews")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR})
    @Operation(summary = "Which clocks would move, by how much, and what would fire at once; stores nothing")
    @APIResponse(responseCode = "200", description = "Counts, and a page of the complaints that would change")
    @APIResponse(responseCode = "422", description = "A field is wrong")
    public MigrationPreview preview(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @Valid @NotNull MigrationRequest request) {
        return preview.preview(caller.platform(), request, after(cursor), limit);
    }

    /** Starts one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Move the complaints that are open now to another version, in the background")
    @APIResponse(
            responseCode = "201",
            description = "Begun; its address says how far it is",
            content = @Content(schema = @Schema(implementation = MigrationView.class)))
    @APIResponse(responseCode = "409", description = "Another migration of the platform is running")
    @APIResponse(responseCode = "422", description = "A field is wrong; nothing is moved")
    public Response start(
            @HeaderParam("Idempotency-Key") @Nullable String key, @Valid @NotNull MigrationRequest request) {
        return requests.once(key, request, () -> {
            Migration started = start.start(caller.platform(), request, caller.subject());
            return Response.created(URI.create("/api/v1/sla/migrations/" + started.id()))
                    .entity(view(started))
                    .build();
        });
    }

    /** Ends one. */
    @POST
    @Path("/{id}/stops")
    @RolesAllowed(Role.ADMIN)
    @Operation(summary = "Stop a migration; what is moved stays moved")
    @APIResponse(
            responseCode = "200",
            description = "Stopped",
            content = @Content(schema = @Schema(implementation = MigrationView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    @APIResponse(responseCode = "409", description = "It has ended")
    public Response stop(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.once(
                key,
                Map.of("id", id),
                () -> Response.ok(view(start.stop(caller.platform(), id))).build());
    }

    /** Those of the caller's platform. */
    @GET
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR})
    @Operation(summary = "Migrations, newest first")
    public Page<MigrationView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return Page.of(
                        migrations.list(caller.platform(), after(cursor), limit + 1),
                        limit,
                        row -> Cursor.of(Map.of("after", row.id().toString())))
                .map(this::view);
    }

    /** One, and how far it is. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR})
    @Operation(summary = "A migration and how far it is")
    @APIResponse(responseCode = "200", description = "The migration, and how far it is")
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    public MigrationView one(@PathParam("id") UUID id) {
        return view(migrations.find(caller.platform(), id).orElseThrow(ProblemException::notFound));
    }

    /** What became of its complaints. */
    @GET
    @Path("/{id}/cases")
    @RolesAllowed({Role.ADMIN, Role.OPS, Role.SUPERVISOR})
    @Operation(summary = "What became of a migration's complaints, all or those of one state")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    public Page<CaseView> cases(
            @PathParam("id") UUID id,
            @QueryParam("state") @Nullable CaseState state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        Migration migration = migrations.find(caller.platform(), id).orElseThrow(ProblemException::notFound);
        return Page.of(
                cases.list(migration.id(), state, after(cursor), limit + 1),
                limit,
                row -> Cursor.of(Map.of("after", row.complaintId().toString())));
    }

    private MigrationView view(Migration migration) {
        return MigrationView.of(migration, cases.counts(migration.id()));
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        String after = Cursor.parse(cursor).get("after");
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }
}
