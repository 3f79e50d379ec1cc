package org.redress.launcher.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.redress.launcher.simulator.SimulatorServer.Answer;

/** {@code GET} and {@code PUT} of faults over HTTP. */
final class FaultsAnswer {
    private FaultsAnswer() {}

    /** The fault that a request would meet now. */
    static Answer of(Faults faults) {
        return new Answer(
                200,
                SimulatorServer.JSON
                        .createObjectNode()
                        .put("mode", faults.mode().name()));
    }

    /** Sets what the next requests meet. */
    static Answer set(Faults faults, ObjectNode body) {
        try {
            var mode = FaultMode.valueOf(body.path("mode").asText());
            long times = body.path("times").asLong(Long.MAX_VALUE);
            if (times < 0) {
                return new Answer(422, SimulatorServer.problem("times is 0 or more"));
            }
            faults.set(mode, times);
            return of(faults);
        } catch (IllegalArgumentException e) {
            return new Answer(422, SimulatorServer.problem("mode is one of " + List.of(FaultMode.values())));
        }
    }
}
