package org.redress.system.deadlines;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.complaint.Severity;

/**
 * One complaint's events, each in two tongues: as intake and triage tell it, made from the published samples, and as the
 * deadline engine takes it. Not thread-safe.
 */
final class Story {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAMPLES = "/org/redress/contract/samples/%s/v1/minimal.json";

    private final UUID complaint;
    private final String platform;
    private final List<Happening> told = new ArrayList<>();
    private final List<CaseEvent> happened = new ArrayList<>();

    Story(String platform) {
        this.platform = platform;
        this.complaint = UUID.randomUUID();
    }

    UUID complaint() {
        return complaint;
    }

    /** All events so far, in the order they were added. */
    List<Happening> told() {
        return List.copyOf(told);
    }

    /** The same for the engine. */
    List<CaseEvent> happened() {
        return List.copyOf(happened);
    }

    Story filed(Instant at) {
        return intake(
                EventType.COMPLAINT_FILED,
                "complaint-filed",
                "filedAt",
                at,
                data -> data.put("number", "T-" + complaint).put("platform", platform));
    }

    Story responded(Instant at) {
        return intake(EventType.RESPONSE_GIVEN, "response-given", "givenAt", at, data -> {});
    }

    Story decided(Instant at) {
        return tell(
                "complaint-events",
                "decision-issued",
                "issuedAt",
                at,
                data -> data.put("servedAt", at.toString()),
                CaseEvent.of(EventType.DECISION_ISSUED, at).servedAt(at));
    }

    Story reopened(Instant at) {
        return intake(EventType.COMPLAINT_REOPENED, "complaint-reopened", "reopenedAt", at, data -> {});
    }

    Story materialsRequested(Instant at, Instant dueAt) {
        return tell(
                "complaint-events",
                "materials-requested",
                "requestedAt",
                at,
                data -> data.put("dueAt", dueAt.toString()),
                CaseEvent.of(EventType.MATERIALS_REQUESTED, at).dueAt(dueAt));
    }

    Story materialsSupplemented(Instant at) {
        return intake(
                EventType.MATERIALS_SUPPLEMENTED,
                "materials-supplemented",
                "suppliedAt",
                at,
                data -> data.put("complete", true));
    }

    Story severityChanged(Severity to, Instant at) {
        int revision = (int) told.stream()
                        .filter(earlier -> earlier.topic().equals("triage-events"))
                        .count()
                + 2;
        return tell(
                "triage-events",
                "severity-changed",
                "changedAt",
                at,
                data -> data.put("to", to.name()).put("revision", revision),
                CaseEvent.of(EventType.SEVERITY_CHANGED, at).judged(to, null, null));
    }

    private Story intake(EventType type, String name, String time, Instant at, Consumer<ObjectNode> more) {
        return tell("complaint-events", name, time, at, more, CaseEvent.of(type, at));
    }

    private Story tell(String topic, String name, String time, Instant at, Consumer<ObjectNode> more, CaseEvent event) {
        ObjectNode data = sample(name);
        data.put("complaintId", complaint.toString()).put(time, at.toString());
        more.accept(data);
        long sequence =
                told.stream().filter(earlier -> earlier.topic().equals(topic)).count() + 1;
        UUID id = UUID.randomUUID();
        String type = "org.redress." + name + ".v1";
        told.add(new Happening(topic, type, id, complaint, platform, sequence, at, data.toString()));
        happened.add(event.identified(id.toString(), sequence));
        return this;
    }

    private static ObjectNode sample(String name) {
        try (var sample = Story.class.getResourceAsStream(SAMPLES.formatted(name))) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(sample, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return complaint
                + happened.stream()
                        .map(event -> "\n  " + event.type() + " " + event.at())
                        .collect(Collectors.joining());
    }
}
