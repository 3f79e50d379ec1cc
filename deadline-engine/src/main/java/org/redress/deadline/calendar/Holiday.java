package org.redress.deadline.calendar;

import java.time.LocalDate;

/** A date that is closed though the week would open it. The name shows up in explanations. */
public record Holiday(LocalDate date, String name) {}
