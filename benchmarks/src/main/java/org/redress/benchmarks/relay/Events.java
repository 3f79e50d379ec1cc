package org.redress.benchmarks.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.redress.messaging.OutgoingEvent;

/** Events of about half a kilobyte whose values differ, so that neither database nor broker can press them to nothing. */
final class Events {
    static final String TYPE = "org.example.level-reached.v1";
    static final String PLATFORM = "town";

    private final Random random = new Random(20261122);
    private final int subjects;
    private int next;

    /** Events that go round so many subjects. */
    Events(int subjects) {
        this.subjects = subjects;
    }

    List<OutgoingEvent> take(int count) {
        var events = new ArrayList<OutgoingEvent>(count);
        for (int i = 0; i < count; i++) {
            String subject = new UUID(0x0190_0000_0000_7000L, next++ % subjects).toString();
            events.add(new OutgoingEvent(TYPE, subject, PLATFORM, payload(subject)));
        }
        return events;
    }

    private byte[] payload(String subject) {
        var text = new StringBuilder(520).append("{\"complaintId\":\"").append(subject);
        for (String name : List.of("clockId", "ruleId", "eventId", "ownerId", "queueId", "traceId")) {
            text.append("\",\"").append(name).append("\":\"").append(new UUID(random.nextLong(), random.nextLong()));
        }
        text.append("\",\"metric\":\"FIRST_RESPONSE\",\"level\":\"BREACH\",\"dueAt\":\"2026-11-22T10:15:30+08:00\"")
                .append(",\"detectedAt\":\"2026-11-22T10:15:30.123+08:00\",\"lateBySeconds\":")
                .append(random.nextInt(100_000))
                .append('}');
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
