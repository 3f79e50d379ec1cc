/** What platforms promise: versions of policies, activated and never changed. Computes no deadline. */
@NullMarked
package org.redress.sla.policy;

import org.jspecify.annotations.NullMarked;
