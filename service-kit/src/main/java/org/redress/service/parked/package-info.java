/** Records set aside, over HTTP: the same in every service. Knows nothing of what the records say. */
@NullMarked
package org.redress.service.parked;

import org.jspecify.annotations.NullMarked;
