package org.redress.deadline.calendar;

/**
 * A stretch of time that is open or closed throughout.
 *
 * @param from epoch second, included
 * @param to epoch second, excluded
 * @param open whether it is working time
 * @param label why: {@code WORKING}, {@code CLOSED}, {@code REST_DAY}, or the name of a holiday or worked weekend
 */
public record Stretch(long from, long to, boolean open, String label) {}
