/** The events that triage-service alone writes, on triage-events. Knows no other producer. */
@NullMarked
package org.redress.contract.triage;

import org.jspecify.annotations.NullMarked;
