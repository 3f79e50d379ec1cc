/** How services reach their own database. */
@NullMarked
package org.redress.service.database;

import org.jspecify.annotations.NullMarked;
