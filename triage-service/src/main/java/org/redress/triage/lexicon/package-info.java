/** Loads the words and rules that this version ships, and the texts that explain them. Knows no complaint. */
@NullMarked
package org.redress.triage.lexicon;

import org.jspecify.annotations.NullMarked;
