@NullMarked
package org.redress.deadline;

import org.jspecify.annotations.NullMarked;
