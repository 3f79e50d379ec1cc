/** Violations planted for the architecture test to find. */
@NullMarked
package org.redress.deadline.planted;

import org.jspecify.annotations.NullMarked;
