/** What runs, in which order and with which settings. */
@NullMarked
package org.redress.launcher.run;

import org.jspecify.annotations.NullMarked;
