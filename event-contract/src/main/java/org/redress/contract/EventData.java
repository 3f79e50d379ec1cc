package org.redress.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Turns event records into JSON and back.
 *
 * <p>Reading is strict about what the contract names (a required field, its type, its codes) and ignores what it does
 * not name, so that a producer may add optional fields inside a version. Thread safe.
 */
public final class EventData {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventData() {}

    /**
     * Reads the data of one event.
     *
     * @param record the record of the event; a component without {@code @Nullable} is a required field
     * @param type the event's wire name, for the message of a failure
     * @param data UTF-8 JSON
     * @param <E> the event
     * @return the event
     * @throws UnreadableDataException when the data is not JSON or does not fit the record
     */
    public static <E> E read(Class<E> record, String type, byte[] data) {
        JsonNode tree;
        try {
            tree = JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new UnreadableDataException(type, "", where(e));
        } catch (IOException e) {
            throw new UnreadableDataException(type, "", "is not UTF-8");
        }
        return new RecordReader(type).read(tree, record, "");
    }

    /**
     * Writes the data of one event.
     *
     * @param event an event record
     * @return UTF-8 JSON, fields in the order of the record's components, absent ones left out
     */
    public static byte[] write(Record event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the parser's own words: they quote the data. */
    private static String where(JsonProcessingException fault) {
        JsonLocation location = fault.getLocation();
        return location == null ? "is not JSON within bounds" : "is not JSON at byte " + location.getByteOffset();
    }
}
