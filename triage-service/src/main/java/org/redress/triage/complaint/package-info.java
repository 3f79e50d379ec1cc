/** The triage result of each complaint: judged once, routed, escalated, shown. Knows no wire format. */
@NullMarked
package org.redress.triage.complaint;

import org.jspecify.annotations.NullMarked;
