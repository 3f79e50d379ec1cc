/** What this service remembers of a case: ids, its owner and a language, learnt from events; nothing personal. */
@NullMarked
package org.redress.notification.cases;

import org.jspecify.annotations.NullMarked;
