/** The way to the selling platforms' own backends over HTTP; knows no complaint, no order and no remedy. */
@NullMarked
package org.redress.intake.sellingplatform;

import org.jspecify.annotations.NullMarked;
