package org.redress.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.NullUnmarked;
import org.redress.messaging.ParkedRecords;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.parked.ParkedRecordsMapping;

/** The small service's parked records. */
@Path("/api/notes/parked-records")
@RolesAllowed({Role.OPS, Role.ADMIN})
@NullUnmarked
public class NoteParkedResource extends ParkedRecordsMapping {
    NoteParkedResource(ParkedRecords parked, IdempotentRequests requests, Caller caller) {
        super(parked, requests, caller);
    }
}
