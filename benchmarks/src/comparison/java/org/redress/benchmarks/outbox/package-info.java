/** Ways from a database transaction to Kafka, side by side on one PostgreSQL and one broker. */
@NullMarked
package org.redress.benchmarks.outbox;

import org.jspecify.annotations.NullMarked;
