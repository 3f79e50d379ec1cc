/** The outside world on one machine: an SMS gateway and a selling platform that misbehave when told to. */
@NullMarked
package org.redress.launcher.simulator;

import org.jspecify.annotations.NullMarked;
