/** Personal data of complainants, apart from the record, and the log of who read it. */
@NullMarked
package org.redress.intake.contact;

import org.jspecify.annotations.NullMarked;
