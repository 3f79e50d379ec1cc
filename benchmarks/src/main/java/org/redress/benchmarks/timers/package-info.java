/** Timers: what the watch of sla-service does in a second, beside db-scheduler and beside one SQL statement for the same rows. */
@NullMarked
package org.redress.benchmarks.timers;

import org.jspecify.annotations.NullMarked;
