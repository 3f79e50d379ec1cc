/** Policies, calendars and events as documents: read from decoded JSON with a message per wrong field, and written back. */
@NullMarked
package org.redress.deadline.document;

import org.jspecify.annotations.NullMarked;
