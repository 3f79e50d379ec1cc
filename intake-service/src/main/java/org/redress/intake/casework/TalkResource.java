package org.redress.intake.casework;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.redress.intake.casework.CaseRequests.CommitmentRequest;
import org.redress.intake.casework.CaseRequests.MessageRequest;
import org.redress.intake.casework.CaseRequests.NoteRequest;
import org.redress.intake.casework.CaseRequests.ResponseRequest;
import org.redress.intake.casework.CaseRequests.UrgingRequest;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.ContactCommand;
import org.redress.service.caller.Role;
import org.redress.service.problem.Languages;

/** Messages, answers, promises and urgings on a case. */
@Path("/api/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "case", description = "Everything that is done to a complaint after it was filed, as commands")
public class TalkResource {
    private final CaseDesk desk;

    TalkResource(CaseDesk desk) {
        this.desk = desk;
    }

    /** Writes on the case. */
    @POST
    @Path("/{id}/messages")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM})
    @Operation(summary = "Write on the case")
    public Response postMessage(
            @BeanParam CommandParameters with,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages,
            @Valid @NotNull MessageRequest body) {
        Locale language = Languages.of(languages);
        return desk.give(with, Act.POST_MESSAGE, body, who -> Messages.post(who, body, language));
    }

    /** Answers the complainant. */
    @POST
    @Path("/{id}/responses")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Answer the complainant (a template meets no deadline)")
    public Response respond(@BeanParam CommandParameters with, @Valid @NotNull ResponseRequest body) {
        return desk.give(
                with,
                Act.RESPOND,
                body,
                who -> new ContactCommand.Respond(Boolean.TRUE.equals(body.template()), body.text()));
    }

    /** Promises something by a time. */
    @POST
    @Path("/{id}/commitments")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Promise something by a time")
    public Response commit(@BeanParam CommandParameters with, @Valid @NotNull CommitmentRequest body) {
        return desk.give(with, Act.COMMIT, body, who -> new ContactCommand.Commit(body.dueAt(), body.text()));
    }

    /** Says that a promise was kept. */
    @POST
    @Path("/{id}/commitments/{part}/keeping")
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    @Operation(summary = "Say that a promise was kept")
    public Response keepCommitment(
            @BeanParam CommandParameters with, @PathParam("part") UUID part, @Valid @NotNull NoteRequest body) {
        return desk.give(with, Act.KEEP_COMMITMENT, body, who -> new ContactCommand.KeepCommitment(part, body.note()));
    }

    /** Asks to hurry. */
    @POST
    @Path("/{id}/urges")
    @RolesAllowed({Role.COMPLAINANT, Role.PARTNER, Role.AGENT})
    @Operation(summary = "Ask to hurry, once in 24 hours")
    @APIResponse(responseCode = "429", description = "Urged too soon; Retry-After says when")
    public Response urge(@BeanParam CommandParameters with, @Valid @NotNull UrgingRequest body) {
        return desk.give(with, Act.URGE, body, who -> new ContactCommand.Urge(body.channel(), body.note()));
    }
}
