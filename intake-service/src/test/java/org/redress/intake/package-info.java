/** The front desk and the record under test: over HTTP, on a real PostgreSQL and a real Kafka. */
@NullMarked
package org.redress.intake;

import org.jspecify.annotations.NullMarked;
