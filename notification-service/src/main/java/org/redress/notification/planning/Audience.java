package org.redress.notification.planning;

/** For whom a message is meant, as a rule says it; who that is today is found when the message is planned. */
public enum Audience {
    /** The person who filed the complaint. */
    COMPLAINANT,
    /** The agent who has the case. */
    OWNER,
    /** Every supervisor of the platform. */
    SUPERVISORS,
    /** Everyone of the platform's operations. */
    OPS,
    /** The selling platform itself: whoever reads its inbox. */
    PLATFORM
}
