/** Rules of planning, in plain Java. */
@NullMarked
package org.redress.notification.planning;

import org.jspecify.annotations.NullMarked;
