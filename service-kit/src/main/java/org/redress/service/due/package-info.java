/** Rows that fall due: threads that take them up, and how long one is left alone after a failure. */
@NullMarked
package org.redress.service.due;

import org.jspecify.annotations.NullMarked;
