package org.redress.intake.planted;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.redress.contract.triage.ComplaintTriaged;
import org.redress.triage.planted.Foreign;

/** One violation of every rule; nothing here runs. */
@SuppressWarnings("unused")
final class Violations {
    record Price(jakarta.ws.rs.core.MediaType type) {}

    static final class Clockwork {
        Instant at() {
            return Instant.now();
        }
    }

    @Path("/open")
    static final class OpenResource {
        @GET
        public String everyone() {
            return "anyone may read this";
        }
    }

    static final class Wired {
        @Inject
        Foreign foreign;
    }

    static final class PriceHelper {
        Class<?> reads() {
            return ComplaintTriaged.class;
        }
    }

    private Violations() {}
}
