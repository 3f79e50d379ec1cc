package org.redress.contract.sla;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A version of a platform's policy is in force for complaints filed from now on. Its subject is the platform, not a complaint.
 *
 * @param platform the platform
 * @param version the version, from 1
 * @param activeFrom complaints filed at or after this instant fall under it
 * @param policy the policy document, a JSON object; not to be changed by its readers
 */
public record PolicyActivated(String platform, int version, Instant activeFrom, JsonNode policy) implements SlaEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.policy-activated.v1";

    /** Checks the rules of single fields. */
    public PolicyActivated {
        FieldRule.atLeast("version", version, 1);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
