/** What a client is told when a request is refused: RFC 9457 problems with stable codes and pointers to the wrong fields. */
@NullMarked
package org.redress.service.problem;

import org.jspecify.annotations.NullMarked;
