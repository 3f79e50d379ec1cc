package org.redress.intake.progress;

import java.util.UUID;

/**
 * Where a fact comes from.
 *
 * @param source the service that told it, e.g. {@code /redress/triage}
 * @param sequence its place among what that service told of this complaint
 */
public record Told(UUID eventId, String source, long sequence, UUID complaintId, String platform) {
    /** The service's short name, for timelines. */
    String service() {
        return source.substring(source.lastIndexOf('/') + 1);
    }
}
