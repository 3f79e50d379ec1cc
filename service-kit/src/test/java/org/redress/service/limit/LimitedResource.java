package org.redress.service.limit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.NullUnmarked;
import org.redress.service.caller.Role;

/** Something to ask for often. */
@Path("/api/limited")
@NullUnmarked
public class LimitedResource {
    @GET
    @RolesAllowed(Role.PLATFORM)
    public String forBackends() {
        return "x";
    }

    @GET
    @Path("/files")
    @Upload
    @RolesAllowed(Role.COMPLAINANT)
    public String files() {
        return "x";
    }

    @GET
    @Path("/open")
    @PermitAll
    public String open() {
        return "x";
    }
}
