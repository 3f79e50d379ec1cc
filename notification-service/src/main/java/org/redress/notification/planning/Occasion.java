package org.redress.notification.planning;

import java.util.List;

/** What can happen to a complaint that someone is told about. */
public enum Occasion {
    /** A complaint was filed. */
    COMPLAINT_FILED("complaint-filed"),
    /** What the merchant handed in can be read by the complainant. */
    EVIDENCE_RELEASED("evidence-released"),
    /** A complaint got an owner, or another one. */
    COMPLAINT_ASSIGNED("complaint-assigned"),
    /** A deadline comes near. */
    DEADLINE_APPROACHING("deadline-approaching"),
    /** A deadline passed. */
    DEADLINE_BREACHED("deadline-breached"),
    /** A missed deadline moves the complaint up. */
    COMPLAINT_ESCALATED("complaint-escalated"),
    /** A deadline passed a while ago and what was promised is still not done. */
    DEADLINE_OVERDUE("deadline-overdue"),
    /** A deadline had been met in time after all. */
    BREACH_WITHDRAWN("breach-withdrawn"),
    /** A time that the complainant has comes to its end. */
    WINDOW_CLOSING("window-closing"),
    /** A time that the complainant had is over. */
    WINDOW_LAPSED("window-lapsed");

    /** The texts that say that a deadline was missed. */
    public static final List<String> OF_A_BREACH =
            List.of(DEADLINE_BREACHED.template, COMPLAINT_ESCALATED.template, DEADLINE_OVERDUE.template);

    private final String template;

    Occasion(String template) {
        this.template = template;
    }

    /** The stable name of the text that tells of it; also the {@code kind} of an inbox message. */
    public String template() {
        return template;
    }
}
