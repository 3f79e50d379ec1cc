/** How long a complaint takes from its acknowledgement to its messages. */
@NullMarked
package org.redress.benchmarks.path;

import org.jspecify.annotations.NullMarked;
