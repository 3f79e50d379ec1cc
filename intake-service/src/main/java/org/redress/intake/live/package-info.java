/** The live stream of changed complaints for staff. */
@NullMarked
package org.redress.intake.live;

import org.jspecify.annotations.NullMarked;
