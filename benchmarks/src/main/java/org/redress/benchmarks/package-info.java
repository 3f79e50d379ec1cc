/** Benchmarks, each beside its peer or its limit; figures and how to repeat them are in this module's README. */
@NullMarked
package org.redress.benchmarks;

import org.jspecify.annotations.NullMarked;
