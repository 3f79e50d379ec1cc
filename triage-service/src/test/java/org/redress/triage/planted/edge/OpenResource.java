package org.redress.triage.planted.edge;

import jakarta.ws.rs.GET;
import org.redress.triage.planted.judgement.ForeignJudge;

/** Planted: a resource method that does not say who may call it, and the way back of a cycle. */
@jakarta.ws.rs.Path("/planted")
public class OpenResource {

    /** Says nothing. */
    @GET
    public String get() {
        return ForeignJudge.judge();
    }
}
