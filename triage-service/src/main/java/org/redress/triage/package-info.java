/** Judges complaints: category, severity, liability, queue, tier, owner, and orders freezes. Owns these facts alone. */
@NullMarked
package org.redress.triage;

import org.jspecify.annotations.NullMarked;
