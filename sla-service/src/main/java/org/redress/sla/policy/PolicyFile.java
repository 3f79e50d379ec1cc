package org.redress.sla.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All policy versions of a platform, with the calendars they count by, as one document.
 *
 * @param kind always {@link #KIND}
 * @param format always {@link #FORMAT}
 * @param calendars the platform's own in all versions, and the shipped versions that its policies were accepted with
 * @param policies by rising version
 */
@Schema(name = "PolicyFile")
@JsonInclude(JsonInclude.Include.ALWAYS)
record PolicyFile(
        @NotNull String kind,
        @NotNull Integer format,
        @NotNull String platform,
        @NotNull @Size(max = 1000) List<@Valid @NotNull CalendarEntry> calendars,
        @NotNull @Size(max = 1000) List<@Valid @NotNull PolicyEntry> policies) {
    static final String KIND = "redress-sla-policies";
    static final int FORMAT = 1;

    /** A version of a calendar; a shipped one is there to be recognised, not to be stored. */
    @Schema(name = "PolicyFileCalendar")
    record CalendarEntry(
            @NotNull Boolean shipped,
            @NotNull @Min(1) Integer version,
            @NotNull Map<String, Object> calendar) {}

    /** Which of the file's calendars a policy was accepted with. */
    @Schema(name = "PolicyFileCalendarName")
    record CalendarName(
            @NotNull Boolean shipped,
            @NotNull String id,
            @NotNull @Min(1) Integer version) {}

    /** A version of the policy; without {@code activeFrom} it never took effect. */
    @Schema(name = "PolicyFilePolicy")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PolicyEntry(
            @NotNull @Min(1) Integer version,
            @Valid @NotNull CalendarName calendar,
            @Nullable Instant activeFrom,
            @NotNull Boolean retired,
            @NotNull Map<String, Object> policy) {}

    /** What an import did. */
    @Schema(name = "PolicyFileImport")
    record ImportAnswer(int calendarsStored, int policiesStored, int unchanged) {}
}
