package org.redress.triage.queue;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A queue and what waits in it.
 *
 * @param open how many complaints
 * @param normal how many of them are NORMAL
 * @param urgent how many of them are URGENT
 * @param critical how many of them are CRITICAL
 * @param oldestFiledAt when the oldest of them was filed
 */
@Schema(name = "Queue")
public record QueueView(String queue, long open, long normal, long urgent, long critical, Instant oldestFiledAt) {}
