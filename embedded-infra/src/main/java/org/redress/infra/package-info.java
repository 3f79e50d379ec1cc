/** A real Kafka broker, a real PostgreSQL and a token issuer, started inside or beside a JVM from Maven artifacts. */
@NullMarked
package org.redress.infra;

import org.jspecify.annotations.NullMarked;
