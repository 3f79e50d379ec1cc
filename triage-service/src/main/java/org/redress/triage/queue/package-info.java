/** What waits in the queues and in which order: read from what the other features keep, changes nothing. */
@NullMarked
package org.redress.triage.queue;

import org.jspecify.annotations.NullMarked;
