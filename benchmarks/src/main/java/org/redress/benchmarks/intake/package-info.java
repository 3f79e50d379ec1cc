/** Filing over HTTP beside bare insertion of the same rows, and how the record bears time, size and large files. */
@NullMarked
package org.redress.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
