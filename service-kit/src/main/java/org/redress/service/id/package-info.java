/** Identifiers. */
@NullMarked
package org.redress.service.id;

import org.jspecify.annotations.NullMarked;
