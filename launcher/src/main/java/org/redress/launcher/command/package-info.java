/** The commands of the run script. */
@NullMarked
package org.redress.launcher.command;

import org.jspecify.annotations.NullMarked;
