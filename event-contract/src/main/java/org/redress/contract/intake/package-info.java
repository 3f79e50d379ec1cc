/** The events that intake-service alone writes, on complaint-events. Knows no other producer. */
@NullMarked
package org.redress.contract.intake;

import org.jspecify.annotations.NullMarked;
