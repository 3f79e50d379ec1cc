/** Calls to servers that are not ours: bounded in time and size, and never an exception. */
@NullMarked
package org.redress.service.outgoing;

import org.jspecify.annotations.NullMarked;
