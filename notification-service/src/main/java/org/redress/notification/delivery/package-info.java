/** One row a delivery: planning it in the transaction of the event, showing it, and trying a failed one again. */
@NullMarked
package org.redress.notification.delivery;

import org.jspecify.annotations.NullMarked;
