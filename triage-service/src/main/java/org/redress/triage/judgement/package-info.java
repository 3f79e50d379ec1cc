/** What happened, how bad, whose fault: named rules over a text. Plain Java; knows no framework, database or wall clock. */
@NullMarked
package org.redress.triage.judgement;

import org.jspecify.annotations.NullMarked;
