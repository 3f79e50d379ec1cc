/** Complaints whose clocks cannot be computed or fired: kept apart, visible, holding back no other. */
@NullMarked
package org.redress.sla.setaside;

import org.jspecify.annotations.NullMarked;
