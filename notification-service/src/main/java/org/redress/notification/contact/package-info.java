/** Asks intake for a complainant's contact at the moment of sending, so that corrections and deletions take effect. */
@NullMarked
package org.redress.notification.contact;

import org.jspecify.annotations.NullMarked;
