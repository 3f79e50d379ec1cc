package org.redress.intake.platform;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.Category;

/**
 * Something that a complaint needs to be decided soon (R03).
 *
 * @param item names it: a field of the form such as {@code occurredAt}, or the evidence
 * @param kind the evidence it is, null where it is a field
 * @param categories for which complaints, null for all
 * @param reason why, for people
 */
@Schema(name = "Need")
public record Need(
        @NotBlank @Pattern(regexp = "[A-Za-z][A-Za-z0-9_]{1,31}")
        String item,

        @Nullable EvidenceKind kind,

        @Nullable @Size(min = 1, max = 8) List<@NotNull Category> categories,

        @NotNull @BothLanguages Map<String, String> reason) {

    /** Whether complaints of that category need it; one of no category needs what all need. */
    public boolean appliesTo(@Nullable Category category) {
        return categories == null || (category != null && categories.contains(category));
    }
}
