/** Tells: SMS through a gateway and the in-site inbox, one row a delivery. */
@NullMarked
package org.redress.notification;

import org.jspecify.annotations.NullMarked;
