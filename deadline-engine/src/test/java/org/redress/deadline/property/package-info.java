/** Random cases against a counter that knows no shortcut. */
@NullMarked
package org.redress.deadline.property;

import org.jspecify.annotations.NullMarked;
