package org.redress.intake.evidence;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;
import org.redress.intake.casework.Characters;

/**
 * Whether a piece shows a key fact.
 *
 * @param note which one; of those who work on the case for them alone, of others for whoever sees the piece
 */
@Schema(name = "EvidenceMark")
public record MarkRequest(
        @NotNull Boolean keyFact,

        @Nullable @CodePointLength(max = 2000) @Characters String note) {}
