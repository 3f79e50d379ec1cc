/** Hooks on the current JTA transaction. Knows neither Kafka nor SQL. */
@NullMarked
package org.redress.messaging.transaction;

import org.jspecify.annotations.NullMarked;
