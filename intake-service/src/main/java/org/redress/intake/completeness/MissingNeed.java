package org.redress.intake.completeness;

import org.redress.intake.platform.Need;

/**
 * Something that is needed and is not there.
 *
 * @param heldByPlatform the platform holds it and was asked: nobody else is
 */
public record MissingNeed(Need need, boolean heldByPlatform) {}
