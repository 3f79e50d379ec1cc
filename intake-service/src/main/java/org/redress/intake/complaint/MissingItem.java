package org.redress.intake.complaint;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;

/**
 * Something that a complaint needs and lacks (R03).
 *
 * @param item names it: a field of the form, or the evidence
 * @param kind the evidence it would be, null where it is a field
 * @param reason why it is needed, in the reader's language
 * @param heldByPlatform the platform holds it and was asked: nobody has to hand it in
 */
@Schema(name = "MissingItem")
public record MissingItem(String item, @Nullable EvidenceKind kind, String reason, boolean heldByPlatform) {}
