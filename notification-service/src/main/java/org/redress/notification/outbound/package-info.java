/** The Kafka edge: outcomes of deliveries become contract events in the outbox. */
@NullMarked
package org.redress.notification.outbound;

import org.jspecify.annotations.NullMarked;
