package org.redress.intake.standards;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.platform.PlatformProfile;

/**
 * What a platform has bound itself to, in public (R02, R26).
 *
 * @param guidance what a good description says (R03), by language
 * @param policyVersion the policy in force, null while there is none
 * @param activeFrom since when it is
 * @param standards the times promised, by severity; those of a category where they differ from the general ones
 * @param profile channels, money lines, appeal, urging, external bodies, product promises, compensation for delay
 */
@Schema(name = "Standards")
public record Standards(
        String platform,
        Map<String, String> names,
        Map<String, String> guidance,
        @Nullable Integer policyVersion,
        @Nullable Instant activeFrom,
        List<Standard> standards,
        PlatformProfile profile) {

    /**
     * One time promised.
     *
     * @param category null where it holds for every category that is not listed itself
     * @param labels what is promised, by language
     * @param target how long, in ISO-8601
     * @param unit what the target counts
     * @param unitLabels what the target counts, by language
     * @param deadlineFor {@code US} where we are bound, {@code COMPLAINANT} for their own windows
     */
    @Schema(name = "Standard")
    public record Standard(
            String metric,
            Map<String, String> labels,
            @Nullable String category,
            String severity,
            String target,
            String unit,
            Map<String, String> unitLabels,
            String deadlineFor) {}
}
