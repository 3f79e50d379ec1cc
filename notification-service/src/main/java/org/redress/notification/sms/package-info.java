/** Sending short messages: claims, the gateway, caps, and what follows from each answer. Never logs or stores a full number. */
@NullMarked
package org.redress.notification.sms;

import org.jspecify.annotations.NullMarked;
