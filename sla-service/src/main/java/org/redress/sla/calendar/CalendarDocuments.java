package org.redress.sla.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.document.CalendarDocument;

/** Calendars as JSON text, in the engine's form. Thread safe. */
final class CalendarDocuments {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private CalendarDocuments() {}

    /**
     * Reads a calendar that was accepted.
     *
     * @throws IllegalArgumentException when it is wrong
     */
    static Calendar read(String document) {
        try {
            return CalendarDocument.read(JSON.readValue(document, OBJECT)).orElseThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a calendar that is not JSON", e);
        }
    }

    static String write(Calendar calendar) {
        try {
            return JSON.writeValueAsString(CalendarDocument.write(calendar));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a calendar is always writable", e);
        }
    }
}
