/** Events in: reads the contract of other services, checks it, calls one use case each. */
@NullMarked
package org.redress.triage.inbound;

import org.jspecify.annotations.NullMarked;
