/** How JSON is read and written: strictly in, plainly out. */
@NullMarked
package org.redress.service.json;

import org.jspecify.annotations.NullMarked;
