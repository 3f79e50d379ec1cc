/** Processes of the operating system: start, watch, restart, stop, recognise again. Knows nothing of what runs in them. */
@NullMarked
package org.redress.launcher.process;

import org.jspecify.annotations.NullMarked;
