/** Clocks: what a policy makes of a complaint's events, a pure function that stores nothing and reads no time. */
@NullMarked
package org.redress.deadline.clock;

import org.jspecify.annotations.NullMarked;
