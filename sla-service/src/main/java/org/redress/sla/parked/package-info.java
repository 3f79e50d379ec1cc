/** Records this service could not read or send, for ops. */
@NullMarked
package org.redress.sla.parked;

import org.jspecify.annotations.NullMarked;
