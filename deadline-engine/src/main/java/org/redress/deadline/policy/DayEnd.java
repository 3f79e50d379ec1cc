package org.redress.deadline.policy;

/** When a working day is over for a {@link Unit#WORKING_DAYS} target. */
public enum DayEnd {
    /** 24:00 local. */
    MIDNIGHT,
    /** The day's last closing time. */
    CLOSE
}
