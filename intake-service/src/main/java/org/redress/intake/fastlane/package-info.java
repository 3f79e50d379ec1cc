/** Micro-claims that a platform's rule settles without anybody's effort (R55). */
@NullMarked
package org.redress.intake.fastlane;

import org.jspecify.annotations.NullMarked;
