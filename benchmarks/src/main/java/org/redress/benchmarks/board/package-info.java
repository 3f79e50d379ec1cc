/** The board at a million open clocks. */
@NullMarked
package org.redress.benchmarks.board;

import org.jspecify.annotations.NullMarked;
