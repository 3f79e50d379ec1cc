/** The arithmetic of each unit, in whole epoch seconds; knows neither metrics nor events. */
@NullMarked
package org.redress.deadline.counting;

import org.jspecify.annotations.NullMarked;
