package org.redress.contract.intake;

import java.nio.charset.StandardCharsets;

/**
 * An event on complaint-events whose type or version this code does not know. Readers count it and go on, by decision.
 *
 * @param type the wire name
 * @param json the data as it came
 */
public record UnrecognisedIntakeEvent(String type, String json) implements IntakeEvent {

    @Override
    public byte[] data() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
