/** Which happening is told to whom, on which channel: rules as named values. Plain Java; knows no framework, clock or database. */
@NullMarked
package org.redress.notification.planning;

import org.jspecify.annotations.NullMarked;
