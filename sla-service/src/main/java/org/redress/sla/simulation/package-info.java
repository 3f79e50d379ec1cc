/** What a policy would do on given events. Stores nothing. */
@NullMarked
package org.redress.sla.simulation;

import org.jspecify.annotations.NullMarked;
