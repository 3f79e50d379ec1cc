package org.redress.sla.clock;

/** What identifies a clock within its complaint. */
record ClockName(String metric, int cycle, String key) {}
