/** Events out: turns what happened here into the contract's events and appends them to the outbox. */
@NullMarked
package org.redress.triage.outbound;

import org.jspecify.annotations.NullMarked;
