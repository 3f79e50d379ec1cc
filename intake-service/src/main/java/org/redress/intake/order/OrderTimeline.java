package org.redress.intake.order;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.TimelineEntry;
import org.redress.intake.complaint.TimelineRepository;

/**
 * Tells a complaint's timeline what became of its order, without the account. Joins the running transaction, which has the
 * complaint's lock.
 */
@Singleton
class OrderTimeline {
    private static final String ACTOR = "service:intake";

    private final TimelineRepository timelines;

    OrderTimeline(TimelineRepository timelines) {
        this.timelines = timelines;
    }

    /** The platform told the order; the entry holds the hash of all of it. */
    void held(UUID complaintId, OrderFacts facts, String sha256, Instant at) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("state", facts.state().name());
        data.put("amount", facts.amount().text());
        data.put("currency", facts.amount().currency().getCurrencyCode());
        put(data, "paidAt", facts.paidAt());
        put(data, "deliveredAt", facts.deliveredAt());
        data.put("sha256", sha256);
        append(complaintId, "ORDER_HELD", at, data);
    }

    /** The platform knows no such order of this account. */
    void notFound(UUID complaintId, Instant at) {
        append(complaintId, "ORDER_NOT_FOUND", at, Map.of());
    }

    /** The platform does not answer; the case goes on without. */
    void unreachable(UUID complaintId, Instant at) {
        append(complaintId, "ORDER_UNREACHABLE", at, Map.of());
    }

    private void append(UUID complaintId, String kind, Instant at, Map<String, Object> data) {
        timelines.append(complaintId, new TimelineEntry(kind, at, ACTOR, false, data, null));
    }

    private static void put(Map<String, Object> data, String name, @Nullable Instant time) {
        if (time != null) {
            data.put(name, time.toString());
        }
    }
}
