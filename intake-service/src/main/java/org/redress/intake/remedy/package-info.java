/** Remedies that the selling platform carries out, each ordered once, and the ledger of all remedies (R50). */
@NullMarked
package org.redress.intake.remedy;

import org.jspecify.annotations.NullMarked;
