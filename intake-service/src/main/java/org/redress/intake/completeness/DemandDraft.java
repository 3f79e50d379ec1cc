package org.redress.intake.completeness;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.DemandType;

/**
 * One thing that a form asks for, as far as it is filled in.
 *
 * @param amount how much, a decimal string
 * @param currency its ISO 4217 code
 * @param text what exactly
 */
@Schema(name = "DemandDraft")
public record DemandDraft(
        @NotNull DemandType type,
        @Nullable @CodePointLength(max = 16) String amount,
        @Nullable @CodePointLength(max = 3) String currency,
        @Nullable @CodePointLength(max = 500) String text) {}
