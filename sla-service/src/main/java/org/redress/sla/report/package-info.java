/**
 * Reports over past deadlines: how many were kept, what pauses took, how late breaches were noticed; as JSON and CSV. Reads what
 * the clocks say; computes no deadline.
 */
@NullMarked
package org.redress.sla.report;

import org.jspecify.annotations.NullMarked;
