/** Which days are worked in mainland China: one answer for all services. */
@NullMarked
package org.redress.service.calendar;

import org.jspecify.annotations.NullMarked;
