/** Who calls, and for which platform: the token's claims. Knows nothing of complaints. */
@NullMarked
package org.redress.service.caller;

import org.jspecify.annotations.NullMarked;
