/** The OpenAPI documents of the four services, one by one and as one. */
@NullMarked
package org.redress.console.openapi;

import org.jspecify.annotations.NullMarked;
