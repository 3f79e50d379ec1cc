/** What is promised: the policy in force of each platform as public standards and as promises of one case. */
@NullMarked
package org.redress.intake.standards;

import org.jspecify.annotations.NullMarked;
