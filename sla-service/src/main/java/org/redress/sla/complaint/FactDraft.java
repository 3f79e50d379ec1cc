package org.redress.sla.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;

/** A fact being put together, so that each event names only what it says. Not for several threads. */
public final class FactDraft {
    private final EventType type;
    private final Instant at;
    private @Nullable String key;
    private @Nullable Severity severity;
    private @Nullable Category category;
    private @Nullable Tier tier;
    private @Nullable String queue;
    private @Nullable String owner;
    private @Nullable Instant dueAt;
    private @Nullable Instant servedAt;
    private boolean template;
    private boolean fromComplainant;
    private @Nullable String by;

    FactDraft(EventType type, Instant at) {
        this.type = type;
        this.at = at;
    }

    /** It is about one freeze, remedy, commitment, appeal or referral. */
    public FactDraft about(Object one) {
        key = one.toString();
        return this;
    }

    /** Who did it. */
    public FactDraft by(String who) {
        by = who;
        return this;
    }

    /** Until when something is waited for, or promised. */
    public FactDraft dueAt(@Nullable Instant moment) {
        dueAt = moment;
        return this;
    }

    /** When a decision reached the complainant. */
    public FactDraft servedAt(Instant moment) {
        servedAt = moment;
        return this;
    }

    /** Whether it is an automatic acknowledgement. */
    public FactDraft template(boolean automatic) {
        template = automatic;
        return this;
    }

    /** Whether the words are the complainant's. */
    public FactDraft fromComplainant(boolean theirs) {
        fromComplainant = theirs;
        return this;
    }

    /** How urgent it is from now on. */
    public FactDraft severity(Severity judged) {
        severity = judged;
        return this;
    }

    /** What it is about from now on. */
    public FactDraft category(Category judged) {
        category = judged;
        return this;
    }

    /** Where it is worked from now on, and who answers for it. */
    public FactDraft assigned(String toQueue, Tier toTier, String toOwner) {
        queue = toQueue;
        tier = toTier;
        owner = toOwner;
        return this;
    }

    /** The fact. */
    public Fact fact() {
        return new Fact(
                type,
                at,
                key,
                severity,
                category,
                tier,
                queue,
                owner,
                dueAt,
                servedAt,
                template,
                fromComplainant,
                by,
                null,
                null,
                null,
                null);
    }
}
