/** What a deadline means, as a pure function of events, policy and calendar: no framework, no I/O, no wall clock. */
@NullMarked
package org.redress.deadline;

import org.jspecify.annotations.NullMarked;
