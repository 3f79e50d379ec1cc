package org.redress.intake.one.planted;

import org.redress.intake.other.planted.Other;

/** Half of a cycle of features. */
public record One(Other other) {}
