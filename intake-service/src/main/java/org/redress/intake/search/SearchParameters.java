package org.redress.intake.search;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The query of a list as it came in.
 *
 * @param platform the caller's own, or left out
 * @param filedFrom filed then or later
 * @param filedTo filed before then
 * @param cursor the {@code next} of the page before
 */
public record SearchParameters(
        @QueryParam("platform") @Nullable String platform,

        @QueryParam("status")
        @Parameter(description = "one or several: repeated, or separated by commas")
        @Nullable
        @Size(max = 16)
        List<String> status,

        @QueryParam("category")
        @Parameter(description = "one or several: repeated, or separated by commas")
        @Nullable
        @Size(max = 16)
        List<String> category,

        @QueryParam("severity")
        @Parameter(description = "one or several: repeated, or separated by commas")
        @Nullable
        @Size(max = 16)
        List<String> severity,

        @QueryParam("number") @Nullable @Size(max = 64) @Pattern(regexp = PRINTABLE)
        String number,

        @QueryParam("orderNo") @Nullable @Size(max = 64) @Pattern(regexp = PRINTABLE)
        String orderNo,

        @QueryParam("complainant") @Nullable @Size(max = 128) @Pattern(regexp = PRINTABLE)
        String complainant,

        @QueryParam("merchant") @Nullable @Size(max = 128) @Pattern(regexp = PRINTABLE)
        String merchant,

        @QueryParam("owner") @Nullable @Size(max = 128) @Pattern(regexp = PRINTABLE)
        String owner,

        @QueryParam("filedFrom") @Parameter(example = "2026-11-01T00:00:00+08:00") @Nullable
        String filedFrom,

        @QueryParam("filedTo") @Parameter(example = "2026-12-01T00:00:00+08:00") @Nullable
        String filedTo,

        @QueryParam("cursor") @Nullable String cursor,

        @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(100)
        int limit) {
    /** What no database would take in a text is refused before it is asked. */
    static final String PRINTABLE = "\\P{Cntrl}*";
}
