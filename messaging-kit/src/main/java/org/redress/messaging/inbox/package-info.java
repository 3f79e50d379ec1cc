/** Events in: one reading loop a topic, handled once per event id. Knows nothing of events out. */
@NullMarked
package org.redress.messaging.inbox;

import org.jspecify.annotations.NullMarked;
