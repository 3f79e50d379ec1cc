/** Notification seen from outside: real database and broker, and an outside world that misbehaves on demand. */
@NullMarked
package org.redress.notification;

import org.jspecify.annotations.NullMarked;
