/** The one place that looks at the machine's clock. */
@NullMarked
package org.redress.service.time;

import org.jspecify.annotations.NullMarked;
