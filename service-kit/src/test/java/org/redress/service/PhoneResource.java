package org.redress.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.NullUnmarked;

/** Statements that fail over what is bound to them, each in another way. */
@Path("/api/phones")
@NullUnmarked
public class PhoneResource {
    /** The ways. */
    static final List<String> STATEMENTS = List.of(
            "select cast(:phone as uuid)",
            "insert into idempotency_key (scope, key, request_hash, status, headers) values (:phone, :phone, '', 1, null)",
            "with one as (select cast(:phone as text) as phone) select nothing from one",
            "select pg_terminate_backend(pg_backend_pid()), cast(:phone as text)");

    private final Jdbi jdbi;

    PhoneResource(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @GET
    @Path("/{statement}")
    @PermitAll
    public String find(@PathParam("statement") int statement, @QueryParam("phone") String phone) {
        jdbi.useHandle(handle -> handle.createUpdate(STATEMENTS.get(statement))
                .bind("phone", phone)
                .execute());
        return "found";
    }
}
