/** All of Redress on one machine: the entry of the command line, and the fixture that system tests start it with. */
@NullMarked
package org.redress.launcher;

import org.jspecify.annotations.NullMarked;
