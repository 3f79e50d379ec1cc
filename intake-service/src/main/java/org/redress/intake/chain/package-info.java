/** Tamper evidence (R13): the hash chain of a timeline, signed roots over all chains, and what speaks against a chain. */
@NullMarked
package org.redress.intake.chain;

import org.jspecify.annotations.NullMarked;
