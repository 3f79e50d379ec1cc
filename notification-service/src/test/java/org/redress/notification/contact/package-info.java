/** Rules of contact, in plain Java. */
@NullMarked
package org.redress.notification.contact;

import org.jspecify.annotations.NullMarked;
