/** What every query has to keep to, whatever its resource asks for. */
@NullMarked
package org.redress.service.query;

import org.jspecify.annotations.NullMarked;
