/** Records that could not be read, for ops to see, replay or discard. */
@NullMarked
package org.redress.triage.parked;

import org.jspecify.annotations.NullMarked;
