/** The events that notification-service alone writes, on notification-events. Knows no other producer. */
@NullMarked
package org.redress.contract.notification;

import org.jspecify.annotations.NullMarked;
