/** A complaint's clocks as they are stored, and what a new computation changes in them. Computes nothing itself. */
@NullMarked
package org.redress.sla.clock;

import org.jspecify.annotations.NullMarked;
