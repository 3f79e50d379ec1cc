/** Answers whether a complaint's timeline is as it was written (R13); knows the chain, the record and the file store. */
@NullMarked
package org.redress.intake.verification;

import org.jspecify.annotations.NullMarked;
