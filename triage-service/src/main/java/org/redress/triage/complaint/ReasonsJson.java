package org.redress.triage.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.List;
import org.redress.triage.judgement.Reason;

/** Reasons as they are stored: rule names and lexicon words, never the complainant's text. Thread-safe. */
@Singleton
class ReasonsJson {

    private final ObjectMapper json;

    ReasonsJson(ObjectMapper json) {
        this.json = json;
    }

    String write(List<Reason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("reasons are always writable", e);
        }
    }

    List<Reason> read(String stored) {
        try {
            return json.readValue(stored, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored reasons are always readable", e);
        }
    }
}
