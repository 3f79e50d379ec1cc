/** What a complaint needs to be decided soon, what of it is missing, and whether the platform holds it. */
@NullMarked
package org.redress.intake.completeness;

import org.jspecify.annotations.NullMarked;
