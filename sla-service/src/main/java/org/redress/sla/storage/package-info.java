/** How values cross between Java and SQL. Knows no table. */
@NullMarked
package org.redress.sla.storage;

import org.jspecify.annotations.NullMarked;
