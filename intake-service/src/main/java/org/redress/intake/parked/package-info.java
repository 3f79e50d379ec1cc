/** Records that could not be read, for ops to see, replay or discard. */
@NullMarked
package org.redress.intake.parked;

import org.jspecify.annotations.NullMarked;
