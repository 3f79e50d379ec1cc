/** What other services found out about a case, written to its record and timeline. */
@NullMarked
package org.redress.intake.progress;

import org.jspecify.annotations.NullMarked;
