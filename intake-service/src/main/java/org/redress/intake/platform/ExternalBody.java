package org.redress.intake.platform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;

/**
 * A body outside that can be turned to (R34), and for which cases.
 *
 * @param code stable name, e.g. {@code HOTLINE_12315}
 * @param names what it is called
 * @param note for which cases, in words; null where for all
 * @param categories for which complaints; empty for all
 * @param products how the ids of the products begin that it is for; empty for all
 * @param above for amounts above this one in the platform's currency, null for all
 * @param from from when on; left out: at once
 * @param link where to find it
 * @param phone its number
 */
@Schema(name = "ExternalBody")
public record ExternalBody(
        @NotBlank @Size(max = 64) String code,
        @NotNull @BothLanguages Map<String, String> names,
        @Nullable @BothLanguages Map<String, String> note,
        @Size(max = 8) List<@NotNull Category> categories,
        @Size(max = 16) List<@NotBlank @Size(max = 64) String> products,
        @Nullable @Pattern(regexp = PlatformProfile.DECIMAL) String above,
        Opens from,
        @Nullable @Pattern(regexp = "https://[!-~]{1,200}") String link,
        @Nullable @Pattern(regexp = "[0-9+-]{3,20}") String phone) {

    /** Bodies that were kept before these were known, or are registered without them, are open to all at once. */
    @SuppressWarnings("NullAway") // what a document does not hold arrives as null
    public ExternalBody {
        categories = categories == null ? List.of() : categories;
        products = products == null ? List.of() : products;
        from = from == null ? Opens.AT_ONCE : from;
    }

    /** From when on a body can be turned to. */
    @Schema(name = "ExternalBodyOpens")
    public enum Opens {
        /** Whenever the complainant wants. */
        AT_ONCE,
        /** When a decision was served, or none came in the promised time. */
        AFTER_DECISION,
        /** When no appeal is left, or no decision came in the promised time. */
        AFTER_LIMIT
    }
}
