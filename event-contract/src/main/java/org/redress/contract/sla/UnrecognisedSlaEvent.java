package org.redress.contract.sla;

import java.nio.charset.StandardCharsets;

/**
 * An event on sla-events whose type or version this code does not know. Readers count it and go on, by decision.
 *
 * @param type the wire name
 * @param json the data as it came
 */
public record UnrecognisedSlaEvent(String type, String json) implements SlaEvent {

    @Override
    public byte[] data() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
