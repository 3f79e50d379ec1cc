package org.redress.intake.complaint;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.service.page.Cursor;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/**
 * The query of a list.
 *
 * @param platform the caller's own, or left out
 * @param cursor the {@code next} of the page before
 */
public record ListParameters(
        @QueryParam("platform") @Nullable String platform,
        @QueryParam("status") @Nullable String status,
        @QueryParam("severity") @Nullable String severity,
        @QueryParam("category") @Nullable String category,

        @QueryParam("orderNo") @Nullable @Size(max = 64) @Pattern(regexp = PRINTABLE)
        String orderNo,

        @QueryParam("owner") @Nullable @Size(max = 128) @Pattern(regexp = PRINTABLE)
        String owner,

        @QueryParam("cursor") @Nullable String cursor,

        @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100)
        int limit) {
    /** What no database would take in a text is refused before it is asked. */
    static final String PRINTABLE = "\\P{Cntrl}*";

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** Refuses a list of another platform. */
    void requirePlatform(String own) {
        if (platform != null && !platform.equals(own)) {
            throw ProblemException.invalid(
                    new FieldError("/platform", "value", "only your own platform can be listed"));
        }
    }

    /** What is asked for. */
    ComplaintFilter filter() {
        return new ComplaintFilter(
                constant("status", ComplaintStatus.class, status),
                constant("severity", Severity.class, severity),
                constant("category", Category.class, category),
                orderNo,
                owner);
    }

    /** Where this page begins, null at the beginning. */
    SummaryRepository.@Nullable Position after() {
        if (cursor == null) {
            return null;
        }
        Map<String, String> values = Cursor.parse(cursor);
        try {
            Instant at = Instant.parse(values.getOrDefault("at", ""));
            if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
                throw Cursor.refused();
            }
            return new SummaryRepository.Position(at, UUID.fromString(values.getOrDefault("id", "")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.refused();
        }
    }

    /** The cursor of the page that follows an item. */
    static String cursorBehind(ComplaintSummary item) {
        return Cursor.of(Map.of("at", item.filedAt().toString(), "id", item.id().toString()));
    }

    private static <E extends Enum<E>> @Nullable E constant(String name, Class<E> type, @Nullable String value) {
        try {
            return value == null ? null : Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    new FieldError("/" + name, "value", "accepted: " + String.join(", ", names(type))));
        }
    }

    private static String[] names(Class<? extends Enum<?>> type) {
        return java.util.Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new);
    }
}
