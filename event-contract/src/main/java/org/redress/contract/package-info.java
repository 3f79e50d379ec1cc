/** What all events share: how their data is read and written, and the codes that more than one producer uses. Knows no producer. */
@NullMarked
package org.redress.contract;

import org.jspecify.annotations.NullMarked;
