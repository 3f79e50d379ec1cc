/** The Kafka edge: foreign events in, one act on the record each. */
@NullMarked
package org.redress.intake.inbound;

import org.jspecify.annotations.NullMarked;
