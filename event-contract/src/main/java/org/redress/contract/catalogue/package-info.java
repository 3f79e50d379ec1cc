/** The list of all events, for documents and tests. */
@NullMarked
package org.redress.contract.catalogue;

import org.jspecify.annotations.NullMarked;
