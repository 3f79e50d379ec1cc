/** Lists in pages, by an opaque cursor. */
@NullMarked
package org.redress.service.page;

import org.jspecify.annotations.NullMarked;
