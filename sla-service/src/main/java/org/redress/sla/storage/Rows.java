package org.redress.sla.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;

/**
 * Many rows in one statement: records become a JSON array whose objects {@code json_to_recordset} takes apart again.
 * Component names become column names ({@code clockId}: {@code clock_id}). Thread safe.
 */
public final class Rows {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private Rows() {}

    /**
     * Rows as one parameter of a statement.
     *
     * @param rows records; instants become ISO-8601 in UTC
     */
    public static String of(Collection<? extends Record> rows) {
        return write(rows);
    }

    /** A single record as a JSON object. */
    public static String one(Record row) {
        return write(row);
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException when the column holds something else
     */
    public static <R extends Record> List<R> read(String json, TypeReference<List<R>> rows) {
        try {
            return JSON.readValue(json, rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a column that cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads what {@link #one} wrote.
     *
     * @throws IllegalArgumentException when the column holds something else
     */
    public static <R extends Record> R readOne(String json, Class<R> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a column that cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    private static String write(Object rows) {
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("rows that cannot be written", e);
        }
    }
}
