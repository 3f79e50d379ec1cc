@NullMarked
package org.redress.benchmarks;

import org.jspecify.annotations.NullMarked;
