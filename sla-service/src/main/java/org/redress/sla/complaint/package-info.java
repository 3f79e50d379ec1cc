/** A complaint as the clocks see it: its kept events, its policy version, its standing. Knows no wire format. */
@NullMarked
package org.redress.sla.complaint;

import org.jspecify.annotations.NullMarked;
