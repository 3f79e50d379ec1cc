/** Masking of personal data in texts and fields; may not know where a text comes from or goes to. */
@NullMarked
package org.redress.intake.privacy;

import org.jspecify.annotations.NullMarked;
