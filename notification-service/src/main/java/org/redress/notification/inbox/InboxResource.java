package org.redress.notification.inbox;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.notification.http.PageCursor;
import org.redress.notification.planning.Recipient;
import org.redress.notification.template.NoticeLanguage;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.page.Page;
import org.redress.service.problem.ProblemException;

/** The caller's in-site messages. */
@Path("/api/v1/inbox")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inbox", description = "The caller's in-site messages")
public class InboxResource {
    private final InboxRepository inbox;
    private final InboxTexts texts;
    private final IdempotentRequests requests;
    private final Caller caller;

    InboxResource(InboxRepository inbox, InboxTexts texts, IdempotentRequests requests, Caller caller) {
        this.inbox = inbox;
        this.texts = texts;
        this.requests = requests;
        this.caller = caller;
    }

    /**
     * The caller's messages, newest first: those to the caller in person and those to a staff role the caller holds.
     *
     * @param unread whether only unread ones are wanted
     */
    @GET
    @RolesAllowed({Role.COMPLAINANT, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(operationId = "listInbox", summary = "The caller's in-site messages, newest first")
    @APIResponse(responseCode = "200", description = "A page of messages in the language of Accept-Language")
    public Page<InboxItem> list(
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @HeaderParam("Accept-Language") @Nullable String acceptLanguage) {
        String language = NoticeLanguage.accepted(acceptLanguage);
        List<InboxMessage> messages =
                inbox.list(caller.platform(), addresses(), unread, PageCursor.parse(cursor), limit + 1);
        return Page.of(messages, limit, message -> PageCursor.after(message.id()))
                .map(item -> texts.item(item, language, InboxTexts.FIRST));
    }

    /** One message, with every level it tells of. A message of someone else is not found. */
    @GET
    @Path("/{id}")
    @RolesAllowed({Role.COMPLAINANT, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(operationId = "getInboxMessage", summary = "One in-site message, with every level it tells of")
    @APIResponse(responseCode = "200", description = "The message in the language of Accept-Language")
    @APIResponse(responseCode = "404", description = "Absent, or not the caller's")
    public InboxItem get(@PathParam("id") UUID id, @HeaderParam("Accept-Language") @Nullable String acceptLanguage) {
        return inbox.find(id, caller.platform(), addresses())
                .map(message -> texts.item(message, NoticeLanguage.accepted(acceptLanguage), Integer.MAX_VALUE))
                .orElseThrow(ProblemException::notFound);
    }

    /** Marks a message as read by the caller; doing it again changes nothing. A message of someone else is not found. */
    @POST
    @Path("/{id}/read")
    @RolesAllowed({Role.COMPLAINANT, Role.MERCHANT, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM, Role.ADMIN})
    @Operation(operationId = "readInboxMessage", summary = "Mark a message as read")
    @APIResponse(responseCode = "204", description = "It is read")
    @APIResponse(responseCode = "404", description = "Absent, or not the caller's")
    public Response read(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return requests.once(key, Map.of("id", id), () -> {
            if (!inbox.read(id, caller.platform(), addresses())) {
                throw ProblemException.notFound();
            }
            return Response.noContent().build();
        });
    }

    private List<String> addresses() {
        return Recipient.addressesOf(caller.subject(), caller.roles());
    }
}
