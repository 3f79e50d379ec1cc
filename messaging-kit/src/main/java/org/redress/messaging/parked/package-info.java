/** Records set aside: stored, listed, replayed, discarded. Leaves how to handle them to the packages that send and read. */
@NullMarked
package org.redress.messaging.parked;

import org.jspecify.annotations.NullMarked;
