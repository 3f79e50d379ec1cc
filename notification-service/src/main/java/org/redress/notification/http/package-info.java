/** Outgoing HTTP with bounds: time, size, no redirects, and a plain word on whether a request may have been carried out. */
@NullMarked
package org.redress.notification.http;

import org.jspecify.annotations.NullMarked;
