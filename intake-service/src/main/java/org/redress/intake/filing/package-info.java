/** Filing a complaint: the rules of a good filing, its number, and the one transaction that keeps it. */
@NullMarked
package org.redress.intake.filing;

import org.jspecify.annotations.NullMarked;
