/** Finds complaints: filters, an order that stays, pages that cost the same at a million complaints. */
@NullMarked
package org.redress.intake.search;

import org.jspecify.annotations.NullMarked;
