package org.redress.intake.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Map;
import org.redress.intake.chain.ChainedEntry;

/** The values that belong to timeline entries. */
final class EntryData {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private EntryData() {}

    /** An entry's values by their names. */
    static Map<String, Object> of(ChainedEntry entry, ObjectMapper json) {
        try {
            return json.readValue(entry.content().data(), OBJECT);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
