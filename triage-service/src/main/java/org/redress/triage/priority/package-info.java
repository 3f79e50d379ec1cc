/** What moves a complaint ahead in its queue: escalations that ask for it, and urging. Knows no wire format. */
@NullMarked
package org.redress.triage.priority;

import org.jspecify.annotations.NullMarked;
