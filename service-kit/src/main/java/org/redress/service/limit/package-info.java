/** How many requests a person, a token, an address may send; more are refused with 429. Counts are this instance's own. */
@NullMarked
package org.redress.service.limit;

import org.jspecify.annotations.NullMarked;
