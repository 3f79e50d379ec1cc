package org.redress.triage.parked;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.redress.messaging.ParkedRecords;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;
import org.redress.service.idempotency.IdempotentRequests;
import org.redress.service.parked.ParkedRecordsMapping;

/** This service's parked records. */
@Path("/api/v1/triage/parked-records")
@RolesAllowed({Role.OPS, Role.ADMIN})
public class ParkedRecordsResource extends ParkedRecordsMapping {
    ParkedRecordsResource(ParkedRecords parked, IdempotentRequests requests, Caller caller) {
        super(parked, requests, caller);
    }
}
