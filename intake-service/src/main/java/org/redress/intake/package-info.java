/** The front desk and the record: files complaints, keeps the case, and publishes what happened to it. */
@NullMarked
package org.redress.intake;

import org.jspecify.annotations.NullMarked;
