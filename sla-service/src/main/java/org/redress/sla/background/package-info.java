/** Long work on many complaints, done in sets beside the watch. */
@NullMarked
package org.redress.sla.background;

import org.jspecify.annotations.NullMarked;
