/** The service as its clients, its topics and its database see it. */
@NullMarked
package org.redress.sla;

import org.jspecify.annotations.NullMarked;
