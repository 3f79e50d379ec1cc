package org.redress.deadline.complaint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a complaint.
 *
 * @param id tells a doubled event from two alike; null where events have no ids: then two equal events are one
 * @param sequence orders events of the same instant where their producer numbers them, else 0
 * @param at when it happened, not when it was heard of
 */
public record CaseEvent(@Nullable String id, long sequence, EventType type, Instant at, EventDetails details) {

    /** An event without id, number or details. */
    public static CaseEvent of(EventType type, Instant at) {
        return new CaseEvent(null, 0, type, at, EventDetails.NONE);
    }

    /** The same event with the id and the sequence its producer gave it. */
    public CaseEvent identified(String newId, long newSequence) {
        return new CaseEvent(newId, newSequence, type, at, details);
    }

    /** The same event with other details. */
    public CaseEvent with(EventDetails other) {
        return new CaseEvent(id, sequence, type, at, other);
    }

    /** The same event with a due time: of a request or a promise. */
    public CaseEvent dueAt(Instant dueAt) {
        EventDetails d = details;
        return with(new EventDetails(
                dueAt,
                d.servedAt(),
                d.key(),
                d.severity(),
                d.category(),
                d.tier(),
                d.template(),
                d.fromComplainant(),
                d.by()));
    }

    /** The same event with the time at which a decision was served. */
    public CaseEvent servedAt(Instant servedAt) {
        EventDetails d = details;
        return with(new EventDetails(
                d.dueAt(),
                servedAt,
                d.key(),
                d.severity(),
                d.category(),
                d.tier(),
                d.template(),
                d.fromComplainant(),
                d.by()));
    }

    /** The same event about one remedy, freeze, commitment, appeal or referral. */
    public CaseEvent about(String key) {
        EventDetails d = details;
        return with(new EventDetails(
                d.dueAt(),
                d.servedAt(),
                key,
                d.severity(),
                d.category(),
                d.tier(),
                d.template(),
                d.fromComplainant(),
                d.by()));
    }

    /** The same event saying what triage made of the complaint. */
    public CaseEvent judged(@Nullable Severity severity, @Nullable Category category, @Nullable Tier tier) {
        EventDetails d = details;
        return with(new EventDetails(
                d.dueAt(), d.servedAt(), d.key(), severity, category, tier, d.template(), d.fromComplainant(), d.by()));
    }

    /** The same event as an automatic acknowledgement. */
    public CaseEvent asTemplate() {
        EventDetails d = details;
        return with(new EventDetails(
                d.dueAt(),
                d.servedAt(),
                d.key(),
                d.severity(),
                d.category(),
                d.tier(),
                true,
                d.fromComplainant(),
                d.by()));
    }

    /** The same event written by somebody on our side. */
    public CaseEvent fromUs() {
        EventDetails d = details;
        return with(new EventDetails(
                d.dueAt(), d.servedAt(), d.key(), d.severity(), d.category(), d.tier(), d.template(), false, d.by()));
    }
}
