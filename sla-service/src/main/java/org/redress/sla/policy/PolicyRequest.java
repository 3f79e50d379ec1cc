package org.redress.sla.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.policy.Policy;

/**
 * A policy to be activated.
 *
 * @param version as asked for, or {@link ActivatePolicy#NEXT_VERSION}
 * @param activeFrom null: at once
 */
record PolicyRequest(Policy policy, int version, @Nullable Instant activeFrom) {}
