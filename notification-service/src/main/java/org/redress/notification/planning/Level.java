package org.redress.notification.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The level of a deadline that fired.
 *
 * @param clockId whose level it is
 * @param cycle which run of the clock
 * @param firesAt when the level fell due
 * @param lateBy how much later that was noticed, not negative
 */
public record Level(UUID clockId, int cycle, Instant firesAt, Duration lateBy) {}
