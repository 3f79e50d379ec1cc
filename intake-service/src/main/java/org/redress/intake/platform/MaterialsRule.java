package org.redress.intake.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How material is asked for (R14).
 *
 * @param rounds how often at most
 * @param within how long it is waited for where the request says nothing
 */
@Schema(name = "MaterialsRule")
public record MaterialsRule(
        @Min(0) @Max(5) int rounds,
        @NotNull @Pattern(regexp = Period.FORM) @Range String within) {}
