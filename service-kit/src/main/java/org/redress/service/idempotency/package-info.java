/** The same key and the same request get the same answer; nothing is done twice. */
@NullMarked
package org.redress.service.idempotency;

import org.jspecify.annotations.NullMarked;
