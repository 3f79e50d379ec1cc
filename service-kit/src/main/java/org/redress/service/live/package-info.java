/** Streams of server-sent events that bound what one reader may cost. */
@NullMarked
package org.redress.service.live;

import org.jspecify.annotations.NullMarked;
