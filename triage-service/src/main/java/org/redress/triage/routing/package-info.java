/** Who works a complaint: queues, tiers and agents of each platform, and the choice of one owner. Knows no event. */
@NullMarked
package org.redress.triage.routing;

import org.jspecify.annotations.NullMarked;
