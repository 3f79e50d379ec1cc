package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.document.Parsed;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.policy.Policy;
import org.redress.service.problem.FieldError;
import org.redress.sla.calendar.CalendarRepository;
import org.redress.sla.calendar.VersionedCalendar;
import org.redress.sla.wording.Wording;

/** Reads policies that callers send, with everything that is wrong with one at once. Thread safe. */
@ApplicationScoped
public class PolicyRequests {
    private final CalendarRepository calendars;
    private final Wording wording;

    PolicyRequests(CalendarRepository calendars, Wording wording) {
        this.calendars = calendars;
        this.wording = wording;
    }

    /**
     * Reads a policy and, beside its fields, {@code activeFrom} and {@code draft}.
     *
     * @param platform the caller's; also taken when the document names none
     * @param errors gets what is wrong
     * @return empty when something is wrong
     */
    Optional<NewPolicy> asked(Map<String, Object> document, String platform, List<FieldError> errors) {
        Map<String, Object> policy = new LinkedHashMap<>(document);
        Object draft = policy.remove("draft");
        Instant activeFrom = instant(policy.remove("activeFrom"), errors);
        if (draft != null && !(draft instanceof Boolean)) {
            errors.add(wording.of("/draft", "type", "draft.type"));
        }
        if (Boolean.TRUE.equals(draft) && activeFrom != null) {
            errors.add(wording.of("/activeFrom", "conflict", "activeFrom.draft"));
        }
        return policy(policy, platform, errors)
                .filter(read -> errors.isEmpty())
                .map(read -> new NewPolicy(
                        read.policy(), read.calendar(), read.version(), Boolean.TRUE.equals(draft), activeFrom));
    }

    private Optional<NewPolicy> policy(Map<String, Object> policy, String platform, List<FieldError> errors) {
        policy.putIfAbsent("platform", platform);
        if (!platform.equals(policy.get("platform"))) {
            errors.add(wording.of("/platform", "value", "platform.other", platform));
        }
        Optional<VersionedCalendar> calendar =
                policy.get("calendar") instanceof String id ? calendars.newest(platform, id) : Optional.empty();
        Parsed<Policy> parsed = PolicyDocument.read(policy, id -> calendar.map(VersionedCalendar::calendar));
        wording.of(parsed.problems(), "").stream()
                .filter(error -> !error.pointer().equals("/platform")
                        || errors.stream().noneMatch(other -> other.pointer().equals("/platform")))
                .forEach(errors::add);
        boolean numbered = policy.get("version") != null;
        return parsed.fold(
                read -> Optional.of(new NewPolicy(
                        read, calendar.orElseThrow(), numbered ? read.version() : NewPolicy.NEXT_VERSION, false, null)),
                problems -> Optional.empty());
    }

    private @Nullable Instant instant(@Nullable Object value, List<FieldError> errors) {
        try {
            return value == null ? null : OffsetDateTime.parse((String) value).toInstant();
        } catch (DateTimeException | ClassCastException e) {
            errors.add(wording.of("/activeFrom", "format", "activeFrom.format"));
            return null;
        }
    }
}
