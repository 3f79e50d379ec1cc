package org.redress.intake.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.problem.ProblemException;

/** Personal data in clear, for services that must reach a complainant; each look is logged, no answer is cached. */
@Path("/api/v1/complaints/{id}/contact")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contact", description = "Personal data in clear, for services that must reach a complainant")
public class ContactResource {
    private final LookUpContact lookUpContact;
    private final Caller caller;

    ContactResource(LookUpContact lookUpContact, Caller caller) {
        this.lookUpContact = lookUpContact;
        this.caller = caller;
    }

    /** The contact of the complaint's complainant. */
    @GET
    @RolesAllowed(Role.SERVICE)
    @Operation(summary = "The complainant's contact, for services; every look is logged")
    public Contact find(
            @PathParam("id") UUID id,
            @QueryParam("purpose") @DefaultValue("notification") @Pattern(regexp = "[A-Za-z0-9 ._-]{1,100}")
                    String purpose) {
        return lookUpContact
                .lookUp(id, caller.platform(), caller.subject(), purpose)
                .orElseThrow(ProblemException::notFound);
    }
}
