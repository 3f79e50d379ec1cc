/** Compares every answer that a test gets with the OpenAPI document of whoever gave it. */
@NullMarked
package org.redress.infra.openapi;

import org.jspecify.annotations.NullMarked;
