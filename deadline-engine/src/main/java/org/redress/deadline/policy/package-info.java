/** What a platform promises: clock rules, the cases they fit, their targets, pauses and levels. */
@NullMarked
package org.redress.deadline.policy;

import org.jspecify.annotations.NullMarked;
