/** Money as clients write it: one rule for every service. */
@NullMarked
package org.redress.service.money;

import org.jspecify.annotations.NullMarked;
