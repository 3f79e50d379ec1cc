/** The statutory dates, read and read again. */
@NullMarked
package org.redress.service.calendar;

import org.jspecify.annotations.NullMarked;
