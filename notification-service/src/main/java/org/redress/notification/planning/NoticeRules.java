package org.redress.notification.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is told what (R41). Each rule is a named value; the list is all there is. */
public final class NoticeRules {
    private static final String OWNER = "OWNER";
    private static final String SUPERVISOR = "SUPERVISOR";

    /** The filed-notice, to the complainant's phone. */
    public static final NoticeRule FILED_SMS =
            new NoticeRule("filed-sms-complainant", Occasion.COMPLAINT_FILED, Channel.SMS, Audience.COMPLAINANT, null);
    /** The filed-notice, in the complainant's inbox. */
    public static final NoticeRule FILED_INBOX = new NoticeRule(
            "filed-inbox-complainant", Occasion.COMPLAINT_FILED, Channel.INBOX, Audience.COMPLAINANT, null);
    /** Work has come to an agent. */
    public static final NoticeRule ASSIGNED_OWNER =
            new NoticeRule("assigned-inbox-owner", Occasion.COMPLAINT_ASSIGNED, Channel.INBOX, Audience.OWNER, null);
    /** Ops sees every warning. */
    public static final NoticeRule APPROACHING_OPS =
            inbox("approaching-inbox-ops", Occasion.DEADLINE_APPROACHING, Audience.OPS, null);
    /** The owner is warned when the policy says so. */
    public static final NoticeRule APPROACHING_OWNER =
            inbox("approaching-inbox-owner", Occasion.DEADLINE_APPROACHING, Audience.OWNER, OWNER);
    /** Supervisors are warned when the policy says so. */
    public static final NoticeRule APPROACHING_SUPERVISORS =
            inbox("approaching-inbox-supervisors", Occasion.DEADLINE_APPROACHING, Audience.SUPERVISORS, SUPERVISOR);
    /** Ops sees every breach. */
    public static final NoticeRule BREACHED_OPS =
            inbox("breached-inbox-ops", Occasion.DEADLINE_BREACHED, Audience.OPS, null);
    /** The owner is told of a breach when the policy says so. */
    public static final NoticeRule BREACHED_OWNER =
            inbox("breached-inbox-owner", Occasion.DEADLINE_BREACHED, Audience.OWNER, OWNER);
    /** Supervisors are told of a breach when the policy says so. */
    public static final NoticeRule BREACHED_SUPERVISORS =
            inbox("breached-inbox-supervisors", Occasion.DEADLINE_BREACHED, Audience.SUPERVISORS, SUPERVISOR);
    /** Ops sees every escalation. */
    public static final NoticeRule ESCALATED_OPS =
            inbox("escalated-inbox-ops", Occasion.COMPLAINT_ESCALATED, Audience.OPS, null);
    /** The owner is told of an escalation when the policy says so. */
    public static final NoticeRule ESCALATED_OWNER =
            inbox("escalated-inbox-owner", Occasion.COMPLAINT_ESCALATED, Audience.OWNER, OWNER);
    /** Supervisors are told of an escalation when the policy says so. */
    public static final NoticeRule ESCALATED_SUPERVISORS =
            inbox("escalated-inbox-supervisors", Occasion.COMPLAINT_ESCALATED, Audience.SUPERVISORS, SUPERVISOR);

    /** Every rule, in the order in which messages are planned. */
    public static final List<NoticeRule> ALL = List.of(
            FILED_SMS,
            FILED_INBOX,
            ASSIGNED_OWNER,
            APPROACHING_OPS,
            APPROACHING_OWNER,
            APPROACHING_SUPERVISORS,
            BREACHED_OPS,
            BREACHED_OWNER,
            BREACHED_SUPERVISORS,
            ESCALATED_OPS,
            ESCALATED_OWNER,
            ESCALATED_SUPERVISORS);

    private NoticeRules() {}

    /** The rules that want a message for what happened, in order; empty if nobody is told. */
    public static List<NoticeRule> matching(Happening happening) {
        return ALL.stream().filter(rule -> rule.wants(happening)).toList();
    }

    private static NoticeRule inbox(String name, Occasion occasion, Audience audience, @Nullable String named) {
        return new NoticeRule(name, occasion, Channel.INBOX, audience, named);
    }
}
