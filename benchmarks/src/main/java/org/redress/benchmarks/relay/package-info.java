/** How fast events leave a service: the outbox and its relay beside a bare insert and a bare producer. */
@NullMarked
package org.redress.benchmarks.relay;

import org.jspecify.annotations.NullMarked;
