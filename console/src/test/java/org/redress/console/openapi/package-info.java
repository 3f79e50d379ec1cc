/** Tests. */
@NullMarked
package org.redress.console.openapi;

import org.jspecify.annotations.NullMarked;
