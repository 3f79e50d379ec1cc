/** Commands on a complaint over HTTP: under its lock, in one transaction, with timeline, archive and event. */
@NullMarked
package org.redress.intake.casework;

import org.jspecify.annotations.NullMarked;
