package org.redress.notification.delivery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.redress.notification.http.PageCursor;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.page.Page;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Every delivery on every channel, for staff; their own ones, for complainants. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notifications", description = "Deliveries on every channel")
public class NotificationResource {
    private final ShowDeliveries show;
    private final RetryDelivery retry;
    private final IdempotentRequests requests;
    private final Caller caller;

    NotificationResource(ShowDeliveries show, RetryDelivery retry, IdempotentRequests requests, Caller caller) {
        this.show = show;
        this.retry = retry;
        this.requests = requests;
        this.caller = caller;
    }

    /**
     * Deliveries, newest first. A complainant names a complaint of their own and sees what was sent to them; staff see
     * all of a complaint, or of their platform if they name none.
     *
     * @param complaint the complaint; absent, foreign and not yet heard of are one and the same 404
     * @param state only those in this state
     */
    @GET
    @RolesAllowed({Role.COMPLAINANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.ADMIN})
    @Operation(
            operationId = "listNotifications",
            summary = "Every delivery of a complaint on every channel, newest first")
    @APIResponse(responseCode = "200", description = "A page of deliveries")
    @APIResponse(responseCode = "404", description = "No such complaint, or not the caller's")
    public Page<DeliveryView> list(
            @QueryParam("complaint") @Nullable UUID complaint,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        List<Delivery> deliveries = show.list(caller, complaint, state(state), PageCursor.parse(cursor), limit + 1);
        return Page.of(deliveries, limit, delivery -> PageCursor.after(delivery.id()))
                .map(show::view);
    }

    private static @Nullable DeliveryState state(@Nullable String name) {
        try {
            return name == null ? null : DeliveryState.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    new FieldError("/state", "enum", "one of " + List.of(DeliveryState.values())));
        }
    }

    /** One delivery. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.COMPLAINANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.ADMIN})
    @Operation(operationId = "getNotification", summary = "One delivery")
    @APIResponse(responseCode = "200", description = "The delivery")
    @APIResponse(responseCode = "404", description = "Absent, or not the caller's")
    public DeliveryView get(@PathParam("id") UUID id) {
        return show.view(show.one(caller, id));
    }

    /** Has a FAILED delivery tried again. */
    @POST
    @Path("/{id}/retries")
    @RolesAllowed({Role.OPS, Role.ADMIN})
    @Operation(operationId = "retryNotification", summary = "Try a failed delivery again")
    @APIResponse(
            responseCode = "202",
            description = "It is due again",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(responseCode = "404", description = "Absent, or another platform's")
    @APIResponse(responseCode = "409", description = "It has not failed")
    public Response retry(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.once(
                key,
                Map.of("id", id),
                () -> Response.accepted(show.view(retry.retry(id, caller.platform())))
                        .build());
    }
}
