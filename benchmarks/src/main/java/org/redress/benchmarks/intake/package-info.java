/** Intake with very many complaints: what filing, reading and searching cost then. */
@NullMarked
package org.redress.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
