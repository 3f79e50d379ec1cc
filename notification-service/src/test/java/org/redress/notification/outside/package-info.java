/** The outside world for tests: a gateway, an intake and the topics of the others. */
@NullMarked
package org.redress.notification.outside;

import org.jspecify.annotations.NullMarked;
