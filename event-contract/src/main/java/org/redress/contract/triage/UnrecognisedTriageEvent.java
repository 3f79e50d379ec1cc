package org.redress.contract.triage;

import java.nio.charset.StandardCharsets;

/**
 * An event on triage-events whose type or version this code does not know. Readers count it and go on, by decision.
 *
 * @param type the wire name
 * @param json the data as it came
 */
public record UnrecognisedTriageEvent(String type, String json) implements TriageEvent {

    @Override
    public byte[] data() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
