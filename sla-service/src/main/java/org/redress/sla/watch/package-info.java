/**
 * Fires what falls due: claims complaints in sets, records each level once and tells others in the same transaction.
 * Computes no deadline and asks no node for the time.
 */
@NullMarked
package org.redress.sla.watch;

import org.jspecify.annotations.NullMarked;
