package org.redress.sla.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.document.Parsed;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.policy.Policy;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.sla.calendar.ShippedCalendars;

/** Policies as JSON: read and checked by the engine's own rules, written back in its form. Thread safe. */
@ApplicationScoped
public class PolicyDocuments {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final ShippedCalendars calendars;

    PolicyDocuments(ShippedCalendars calendars) {
        this.calendars = calendars;
    }

    /**
     * Reads a request to activate a policy: the policy, and beside its fields {@code activeFrom}.
     *
     * @param platform the caller's; also taken when the document names none
     * @throws ProblemException 422 with every wrong field
     */
    PolicyRequest request(Map<String, Object> document, String platform) {
        Map<String, Object> policy = new LinkedHashMap<>(document);
        Object activeFrom = policy.remove("activeFrom");
        policy.putIfAbsent("platform", platform);
        List<FieldError> errors = new ArrayList<>();
        Instant from = instant(activeFrom, errors);
        if (!platform.equals(policy.get("platform"))) {
            errors.add(new FieldError("/platform", "value", "the platform of your token: " + platform));
        }
        Parsed<Policy> parsed = PolicyDocument.read(policy, calendars::find);
        parsed.problems().forEach(wrong -> errors.add(new FieldError(wrong.pointer(), wrong.code(), wrong.message())));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.stream().distinct().toList());
        }
        Policy accepted = parsed.orElseThrow();
        boolean numbered = policy.get("version") != null;
        return new PolicyRequest(accepted, numbered ? accepted.version() : ActivatePolicy.NEXT_VERSION, from);
    }

    /**
     * Reads a policy that is taken for granted.
     *
     * @throws IllegalArgumentException when it is wrong
     */
    Policy read(String document) {
        try {
            return PolicyDocument.read(JSON.readValue(document, OBJECT), calendars::find)
                    .orElseThrow();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a policy that is not JSON", e);
        }
    }

    /** Reads a policy that was accepted. */
    Policy read(StoredPolicy stored) {
        return read(stored.document());
    }

    /** Writes a policy. */
    String write(Policy policy) {
        try {
            return JSON.writeValueAsString(PolicyDocument.write(policy));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy is always writable", e);
        }
    }

    /** Shows a policy to clients. */
    PolicyView view(StoredPolicy stored) {
        try {
            return new PolicyView(
                    stored.platform(),
                    stored.version(),
                    stored.activeFrom(),
                    stored.createdAt(),
                    stored.createdBy(),
                    JSON.readTree(stored.document()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a policy that was accepted is JSON", e);
        }
    }

    private static @Nullable Instant instant(@Nullable Object value, List<FieldError> errors) {
        try {
            return value == null ? null : OffsetDateTime.parse((String) value).toInstant();
        } catch (DateTimeException | ClassCastException e) {
            errors.add(new FieldError("/activeFrom", "format", "a date-time with offset, 2026-12-01T00:00:00+08:00"));
            return null;
        }
    }
}
