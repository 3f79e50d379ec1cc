/** What clocks are held to. */
@NullMarked
package org.redress.deadline.clock;

import org.jspecify.annotations.NullMarked;
