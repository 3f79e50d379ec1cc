/** The Kafka edge: contract events become happenings. The only place that reads other services' contracts. */
@NullMarked
package org.redress.notification.inbound;

import org.jspecify.annotations.NullMarked;
