package org.redress.intake.complaint;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is asked for.
 *
 * @param money how much, for demands that take an amount
 * @param text what exactly, where the type does not say it
 */
public record Demand(
        DemandType type, @Nullable Money money, @Nullable String text) {}
