/** Rules of sms, in plain Java. */
@NullMarked
package org.redress.notification.sms;

import org.jspecify.annotations.NullMarked;
