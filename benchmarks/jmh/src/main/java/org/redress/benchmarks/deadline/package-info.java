/** How long the deadline engine takes for one deadline and for one complaint, beside a plain counter. Needs no database. */
@NullMarked
package org.redress.benchmarks.deadline;

import org.jspecify.annotations.NullMarked;
