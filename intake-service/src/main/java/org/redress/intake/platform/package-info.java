/** Platform profiles: what a selling platform is called, offers and has bound itself to; knows no complaint. */
@NullMarked
package org.redress.intake.platform;

import org.jspecify.annotations.NullMarked;
