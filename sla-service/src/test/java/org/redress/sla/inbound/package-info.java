/** What other services' events mean here. */
@NullMarked
package org.redress.sla.inbound;

import org.jspecify.annotations.NullMarked;
