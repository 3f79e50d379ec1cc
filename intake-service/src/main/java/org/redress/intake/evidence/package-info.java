/** Evidence (R08, R10, R12, R15): files that are added to a complaint, in versions, within published limits. */
@NullMarked
package org.redress.intake.evidence;

import org.jspecify.annotations.NullMarked;
