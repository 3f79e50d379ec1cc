/** What documents say and what is said of wrong ones. */
@NullMarked
package org.redress.deadline.document;

import org.jspecify.annotations.NullMarked;
