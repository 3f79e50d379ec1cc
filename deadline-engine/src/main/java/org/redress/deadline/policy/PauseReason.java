package org.redress.deadline.policy;

import java.util.Set;
import org.redress.deadline.complaint.EventType;

/** What a clock may wait for. */
public enum PauseReason {
    /** For material asked of the complainant, until it comes or its due time passes. */
    WAITING_COMPLAINANT(
            EventType.MATERIALS_REQUESTED, Set.of(EventType.MATERIALS_SUPPLEMENTED, EventType.DECISION_ISSUED)),
    /** For a statement of the merchant, until it comes or its due time passes. */
    WAITING_MERCHANT(EventType.MERCHANT_ASKED, Set.of(EventType.MERCHANT_REPLIED, EventType.DECISION_ISSUED)),
    /** For an external body the complaint was referred to. */
    WAITING_REGULATOR(EventType.COMPLAINT_REFERRED, Set.of(EventType.REFERRAL_ANSWERED, EventType.REFERRAL_WITHDRAWN));

    private final EventType opener;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of never changes
    private final Set<EventType> enders;

    PauseReason(EventType opener, Set<EventType> enders) {
        this.opener = opener;
        this.enders = enders;
    }

    /** The event that opens such a pause. */
    public EventType opener() {
        return opener;
    }

    /** Whether nobody is waited for past the time given with the request; an external body is, until it answers. */
    public boolean endsAtDue() {
        return this != WAITING_REGULATOR;
    }

    /** Whether the event ends such a pause; a complaint that is decided or closed waits for nothing any more. */
    public boolean endsWith(EventType type) {
        return enders.contains(type) || EventType.CLOSING.contains(type);
    }
}
