/** What the kit shows of itself: gauges and readiness; and its housekeeping. */
@NullMarked
package org.redress.messaging.health;

import org.jspecify.annotations.NullMarked;
