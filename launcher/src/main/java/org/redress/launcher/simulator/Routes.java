package org.redress.launcher.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.launcher.simulator.SimulatorServer.Answer;

/** A simulator's own part behind {@link SimulatorServer}. */
interface Routes {
    /** Accepts a sending request; {@code null} when there is no such path. */
    @Nullable
    Answer accept(List<String> path, ObjectNode body) throws IOException;

    /** Answers a look-up; {@code null} when there is nothing there. */
    @Nullable
    Answer find(List<String> path);

    /** Answers a look-up with parameters; those that mean nothing are left aside. */
    default @Nullable Answer find(List<String> path, Map<String, String> parameters) {
        return find(path);
    }

    /** What goes wrong at look-ups under this path; {@code null} where they are always answered well. */
    default @Nullable Faults lookUpFaults(List<String> path) {
        return null;
    }

    /** Further faults by their name under {@code /faults/}; {@code null} for none of that name. */
    default @Nullable Faults faults(String name) {
        return null;
    }

    /** A well-formed answer that is wrong. */
    default ObjectNode lie(ObjectNode answer) {
        return answer;
    }
}
