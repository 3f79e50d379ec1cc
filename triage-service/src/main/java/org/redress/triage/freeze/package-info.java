/** Protective freezes: ordered with the judgement, delivered by a worker, never twice. Knows no other feature. */
@NullMarked
package org.redress.triage.freeze;

import org.jspecify.annotations.NullMarked;
