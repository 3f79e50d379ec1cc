/** The in-site inbox: messages to a person or to a role, rendered in the reader's language. */
@NullMarked
package org.redress.notification.inbox;

import org.jspecify.annotations.NullMarked;
