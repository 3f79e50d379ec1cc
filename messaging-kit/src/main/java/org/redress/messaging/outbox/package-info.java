/** Events out: the outbox table and the relay that empties it into the service's own topic. Knows nothing of events in. */
@NullMarked
package org.redress.messaging.outbox;

import org.jspecify.annotations.NullMarked;
