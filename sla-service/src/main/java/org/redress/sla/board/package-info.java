/**
 * The board: what is open, how it stands and what is due, in figures that lead to their cases, in lists by due time, and live.
 * Reads what the clocks say; computes no deadline and changes none.
 */
@NullMarked
package org.redress.sla.board;

import org.jspecify.annotations.NullMarked;
