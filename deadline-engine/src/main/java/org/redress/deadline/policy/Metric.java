package org.redress.deadline.policy;

import static org.redress.deadline.complaint.EventType.*;

import java.util.EnumSet;
import java.util.Set;
import org.redress.deadline.complaint.EventType;

/**
 * What is measured: where a clock starts, what meets it and what cancels it. Closing, withdrawing or merging a complaint cancels
 * every clock of it, and is not repeated in the lists here.
 */
public enum Metric {
    /** First answer by a person; once a case, a reopening doesn't restart it. */
    FIRST_RESPONSE(starts(COMPLAINT_FILED), met(RESPONSE_GIVEN, DECISION_ISSUED), cancelled()),
    /** Answer to what the complainant wrote after the first response. */
    NEXT_RESPONSE(starts(MESSAGE_POSTED), met(RESPONSE_GIVEN, DECISION_ISSUED), cancelled()),
    /** Our own look at supplemented material. */
    MATERIAL_REVIEW(
            starts(MATERIALS_SUPPLEMENTED), met(RESPONSE_GIVEN, MATERIALS_REQUESTED, DECISION_ISSUED), cancelled()),
    /** The decision; a new cycle when the case is reopened. */
    RESOLUTION(starts(COMPLAINT_FILED, COMPLAINT_REOPENED), met(DECISION_ISSUED), cancelled()),
    /** The platform's acknowledgement of a freeze. */
    FREEZE(starts(FREEZE_ORDERED), met(FREEZE_CONFIRMED), cancelled(FREEZE_RELEASED)),
    /** A person's confirmation or release of a freeze. */
    FREEZE_DECISION(starts(FREEZE_CONFIRMED), met(FREEZE_UPHELD, FREEZE_RELEASED), cancelled()),
    /** The review a disputed freeze gets. */
    FREEZE_REVIEW(starts(FREEZE_DISPUTED), met(FREEZE_RELEASED, FREEZE_UPHELD), cancelled()),
    /** Execution of a remedy, one clock a remedy. */
    REMEDY(starts(REMEDY_ORDERED), met(REMEDY_EXECUTED), cancelled(REMEDY_CANCELLED)),
    /** Decision of an appeal. */
    APPEAL_REVIEW(starts(APPEAL_FILED), met(APPEAL_DECIDED), cancelled(APPEAL_WITHDRAWN)),
    /** Answer to an urging, if none is running. */
    URGE_ANSWER(starts(COMPLAINT_URGED), met(RESPONSE_GIVEN, DECISION_ISSUED), cancelled()),
    /** The merchant's statement. */
    MERCHANT_REPLY(starts(MERCHANT_ASKED), met(MERCHANT_REPLIED), cancelled(DECISION_ISSUED)),
    /** What an agent promised, due at the promised time. */
    COMMITMENT(starts(COMMITMENT_MADE), met(COMMITMENT_KEPT, DECISION_ISSUED), cancelled()),
    /** The answer of an external body. */
    EXTERNAL(starts(COMPLAINT_REFERRED), met(REFERRAL_ANSWERED), cancelled(REFERRAL_WITHDRAWN)),
    /** Window: the complainant's time to appeal, from the service of the decision. */
    APPEAL_WINDOW(starts(DECISION_ISSUED), met(APPEAL_FILED), cancelled()),
    /** Window: the complainant's time to supplement material. */
    SUPPLEMENT_WINDOW(starts(MATERIALS_REQUESTED), met(MATERIALS_SUPPLEMENTED), cancelled(DECISION_ISSUED)),
    /** Window: the complainant's time to confirm a remedy, one a remedy. */
    CONFIRM_WINDOW(starts(REMEDY_EXECUTED), met(REMEDY_CONFIRMED, REMEDY_DISPUTED), cancelled());

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf never changes
    private final Set<EventType> starters;

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf never changes
    private final Set<EventType> meeters;

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf never changes
    private final Set<EventType> cancellers;

    Metric(Set<EventType> starters, Set<EventType> meeters, Set<EventType> cancellers) {
        this.starters = Set.copyOf(starters);
        this.meeters = Set.copyOf(meeters);
        this.cancellers = Set.copyOf(cancellers);
    }

    private static Set<EventType> starts(EventType first, EventType... more) {
        return EnumSet.of(first, more);
    }

    private static Set<EventType> met(EventType first, EventType... more) {
        return EnumSet.of(first, more);
    }

    private static Set<EventType> cancelled(EventType... types) {
        return Set.of(types);
    }

    /** Whether this is a deadline for the complainant rather than for us: it lapses and is never breached. */
    public boolean isWindow() {
        return this == APPEAL_WINDOW || this == SUPPLEMENT_WINDOW || this == CONFIRM_WINDOW;
    }

    /** Whether an event of that type may start a clock of this metric. */
    public boolean startedBy(EventType type) {
        return starters.contains(type);
    }

    /** Whether an event of that type meets a running clock of this metric. */
    public boolean metBy(EventType type) {
        return meeters.contains(type);
    }

    /** Whether an event of that type cancels a running clock of this metric. */
    public boolean cancelledBy(EventType type) {
        return cancellers.contains(type) || EventType.CLOSING.contains(type);
    }

    /** Whether there is one such clock a case, however often its start happens. */
    public boolean oncePerCase() {
        return this == FIRST_RESPONSE;
    }

    /** Whether a new start takes the place of a clock still running: a new decision or request grants its window in full. */
    public boolean startsAfresh() {
        return this == APPEAL_WINDOW || this == SUPPLEMENT_WINDOW;
    }

    /** The kind of the level that always exists at due. */
    public LevelKind dueKind() {
        return isWindow() ? LevelKind.LAPSE : LevelKind.BREACH;
    }
}
