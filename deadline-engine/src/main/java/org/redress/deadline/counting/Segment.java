package org.redress.deadline.counting;

import java.time.Instant;

/**
 * A part of the way from a clock's start to its due time.
 *
 * @param counts whether it counted towards the target
 * @param why {@code ELAPSED}, {@code WORKING}, {@code CLOSED}, {@code REST_DAY}, {@code BEFORE_START_DAY},
 *     {@code ROLLED_FORWARD}, {@code PAUSED:} and its reason, or the name of a holiday or worked weekend
 */
public record Segment(Instant from, Instant to, boolean counts, String why) {}
