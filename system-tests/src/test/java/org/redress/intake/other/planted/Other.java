package org.redress.intake.other.planted;

import org.jspecify.annotations.Nullable;
import org.redress.intake.one.planted.One;

/** The other half. */
public record Other(@Nullable One one) {}
