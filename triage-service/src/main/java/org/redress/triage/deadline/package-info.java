/** When complaints are due, as sla tells it: the order of work within a rank. Computes no deadline itself. */
@NullMarked
package org.redress.triage.deadline;

import org.jspecify.annotations.NullMarked;
