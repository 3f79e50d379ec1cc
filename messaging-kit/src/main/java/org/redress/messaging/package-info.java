/**
 * What a service says to the messaging mechanism: events out ({@link org.redress.messaging.Outbox}), events in
 * ({@link org.redress.messaging.Subscriptions}), records set aside ({@link org.redress.messaging.ParkedRecords}). Knows
 * nothing of what the events mean.
 */
@NullMarked
package org.redress.messaging;

import org.jspecify.annotations.NullMarked;
