package org.redress.sla.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.Optional;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.policy.Policy;

/** Policies as JSON text, in the engine's form. Thread safe. */
final class PolicyDocuments {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private PolicyDocuments() {}

    /**
     * Reads a policy that was accepted.
     *
     * @param calendar the one it names
     * @throws RuntimeException when it is wrong
     */
    static Policy read(String document, Calendar calendar) {
        return PolicyDocument.read(
                        map(document),
                        id -> Optional.of(calendar).filter(known -> known.id().equals(id)))
                .orElseThrow();
    }

    /** The name of the calendar that a stored policy counts by. */
    static String calendarOf(StoredPolicy stored) {
        return String.valueOf(map(stored.document()).get("calendar"));
    }

    static Map<String, Object> map(String document) {
        try {
            return JSON.readValue(document, OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a policy that is not JSON", e);
        }
    }

    static JsonNode tree(StoredPolicy stored) {
        try {
            return JSON.readTree(stored.document());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy that was accepted is JSON", e);
        }
    }

    static String write(Policy policy) {
        try {
            return JSON.writeValueAsString(PolicyDocument.write(policy));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy is always writable", e);
        }
    }
}
