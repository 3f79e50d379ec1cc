/** What holds for every operation of the service, whatever it is; driven by its OpenAPI document. */
@NullMarked
package org.redress.sla.api;

import org.jspecify.annotations.NullMarked;
