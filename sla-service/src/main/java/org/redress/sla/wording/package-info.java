/** Why a policy, a calendar or an event is refused, in the reader's language. */
@NullMarked
package org.redress.sla.wording;

import org.jspecify.annotations.NullMarked;
