package org.redress.sla.clock;

/** What identifies a clock within its complaint. */
public record ClockName(String metric, int cycle, String key) {}
