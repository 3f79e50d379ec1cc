/** Facts of the record as events of the contract, into the outbox. */
@NullMarked
package org.redress.intake.outbound;

import org.jspecify.annotations.NullMarked;
