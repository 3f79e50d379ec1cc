/** One message instead of fifty: levels of deadlines that come late or in a burst are gathered by addressee. */
@NullMarked
package org.redress.notification.digest;

import org.jspecify.annotations.NullMarked;
