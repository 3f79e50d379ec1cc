/** Tests. */
@NullMarked
package org.redress.console.frontdoor;

import org.jspecify.annotations.NullMarked;
