/** What the OpenAPI documents of all services say alike; runs while a service is built and is not needed after. */
@NullMarked
package org.redress.service.openapi;

import org.jspecify.annotations.NullMarked;
