/** The events that sla-service alone writes, on sla-events. Knows no other producer. */
@NullMarked
package org.redress.contract.sla;

import org.jspecify.annotations.NullMarked;
