package org.redress.deadline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.deadline.Story;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.EventType;

/** Events as documents. */
class EventDocumentTest {
    @Test
    void theEventsOfTheSemanticsPageAreRead() {
        List<CaseEvent> events = EventDocument.readList(
                        List.of(
                                Map.of("type", "ComplaintFiled", "at", "2026-09-30T20:00:00+08:00"),
                                Map.of(
                                        "type", "MaterialsRequested",
                                        "at", "2026-10-09T10:00:00+08:00",
                                        "dueAt", "2026-10-12T10:00:00+08:00")),
                        "/events")
                .orElseThrow();

        assertThat(events)
                .containsExactly(
                        CaseEvent.of(EventType.COMPLAINT_FILED, Story.time("2026-09-30T20:00")),
                        CaseEvent.of(EventType.MATERIALS_REQUESTED, Story.time("2026-10-09T10:00"))
                                .dueAt(Story.time("2026-10-12T10:00")));
    }

    @ParameterizedTest
    @CsvSource({
        "type, ComplaintForgotten, /events/0/type, value",
        "at, yesterday, /events/0/at, value",
        "at, 2026-10-09T10:00:00, /events/0/at, value",
        "at, 2026-02-30T10:00:00Z, /events/0/at, value",
        "dueAt, soon, /events/0/dueAt, value",
        "severity, BAD, /events/0/severity, value",
        "template, yes, /events/0/template, type",
        "colour, red, /events/0/colour, unknown"
    })
    void aWrongEventIsRefusedAtTheWrongPlace(String field, String value, String pointer, String code) {
        Map<String, Object> event = new HashMap<>(Map.of("type", "ComplaintFiled", "at", "2026-09-30T20:00:00+08:00"));
        event.put(field, value);

        assertThat(EventDocument.readList(List.of(event), "/events").problems())
                .extracting(Problem::pointer, Problem::code)
                .containsExactly(tuple(pointer, code));
    }
}
