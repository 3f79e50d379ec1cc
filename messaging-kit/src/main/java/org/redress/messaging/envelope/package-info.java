/** CloudEvents 1.0 in Kafka's binary content mode. Knows no database. */
@NullMarked
package org.redress.messaging.envelope;

import org.jspecify.annotations.NullMarked;
