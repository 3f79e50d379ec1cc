package org.redress.notification.planning;

/** What can happen to a complaint that someone is told about. */
public enum Occasion {
    /** A complaint was filed. */
    COMPLAINT_FILED("complaint-filed"),
    /** A complaint got an owner, or another one. */
    COMPLAINT_ASSIGNED("complaint-assigned"),
    /** A deadline comes near. */
    DEADLINE_APPROACHING("deadline-approaching"),
    /** A deadline passed. */
    DEADLINE_BREACHED("deadline-breached"),
    /** A missed deadline moved the complaint up. */
    COMPLAINT_ESCALATED("complaint-escalated");

    private final String template;

    Occasion(String template) {
        this.template = template;
    }

    /** The stable name of the text that tells of it; also the {@code kind} of an inbox message. */
    public String template() {
        return template;
    }
}
