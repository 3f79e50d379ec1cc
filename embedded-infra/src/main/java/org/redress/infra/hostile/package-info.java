/** What nobody should send, to every operation of a service's OpenAPI document, and what has to come of it. */
@NullMarked
package org.redress.infra.hostile;

import org.jspecify.annotations.NullMarked;
