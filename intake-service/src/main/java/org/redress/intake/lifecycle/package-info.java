/** The life of a complaint as a state machine in plain Java; knows no database, no HTTP, no topic and no clock. */
@NullMarked
package org.redress.intake.lifecycle;

import org.jspecify.annotations.NullMarked;
