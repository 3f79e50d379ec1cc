/** Tests of the event contract. */
@NullMarked
package org.redress.contract;

import org.jspecify.annotations.NullMarked;
