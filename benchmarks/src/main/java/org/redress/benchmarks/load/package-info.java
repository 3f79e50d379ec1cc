/** Load by many clients from one thread, and what it came to. */
@NullMarked
package org.redress.benchmarks.load;

import org.jspecify.annotations.NullMarked;
