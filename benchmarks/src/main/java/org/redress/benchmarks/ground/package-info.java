/** What benchmarks stand on: one PostgreSQL with fsync on, an issuer of tokens, and shipped services as processes. */
@NullMarked
package org.redress.benchmarks.ground;

import org.jspecify.annotations.NullMarked;
