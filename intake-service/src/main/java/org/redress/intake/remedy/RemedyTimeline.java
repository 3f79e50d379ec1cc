package org.redress.intake.remedy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.redress.intake.complaint.TimelineEntry;
import org.redress.intake.complaint.TimelineRepository;

/**
 * Tells a complaint's timeline what the platform said of an order (R24, R50). That it was carried out or taken back is told by
 * the case itself; here is what changes the order and not the case, which a person has to know all the same. Joins the running
 * transaction, which has the complaint's lock.
 */
@ApplicationScoped
class RemedyTimeline {
    /** What entries about an order, and not about its remedy, begin with. */
    static final String KINDS = "REMEDY_ORDER_";

    private final TimelineRepository timelines;

    RemedyTimeline(TimelineRepository timelines) {
        this.timelines = timelines;
    }

    /** The platform has it and will carry it out; whoever complained may know. */
    void accepted(OrderToPlatform order, Instant at) {
        append(order, "ACCEPTED", at, false, Map.of());
    }

    /** The platform will not carry it out, or left it of its own accord; staff have to act. */
    void over(OrderToPlatform order, OrderState state, String reason, Instant at) {
        append(order, state.name(), at, true, Map.of("reason", reason));
    }

    /** The platform carried it out, and the case says that it must not have, or under another name; staff have to act. */
    void againstTheCase(OrderToPlatform order, String reference, Instant at) {
        append(order, "AGAINST_THE_CASE", at, true, Map.of("platformReference", reference));
    }

    private void append(OrderToPlatform order, String what, Instant at, boolean staffOnly, Map<String, String> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("remedyId", order.id().toString());
        data.putAll(more);
        String actor = "platform:" + order.platform();
        timelines.append(order.complaintId(), new TimelineEntry(KINDS + what, at, actor, staffOnly, data, null));
    }
}
