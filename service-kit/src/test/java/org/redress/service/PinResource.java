package org.redress.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** A resource beneath another one's path, as most are. */
@Path("/api/notes/{id}/pins")
public class PinResource {
    @GET
    @PermitAll
    public String pins(@PathParam("id") String id) {
        return "none of " + id;
    }

    @GET
    @Path("/{pin}")
    @PermitAll
    public String pin(@PathParam("id") String id, @PathParam("pin") String pin) {
        return pin + " of " + id;
    }
}
