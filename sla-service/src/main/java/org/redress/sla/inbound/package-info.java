/** The Kafka edge: reads other services' events and hands them to one use case. The only place that knows their contracts. */
@NullMarked
package org.redress.sla.inbound;

import org.jspecify.annotations.NullMarked;
