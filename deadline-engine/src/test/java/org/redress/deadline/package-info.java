/** What tests of the engine share, and what they say of it as a whole. */
@NullMarked
package org.redress.deadline;

import org.jspecify.annotations.NullMarked;
