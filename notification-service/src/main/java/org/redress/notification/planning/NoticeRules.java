package org.redress.notification.planning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is told what (R41). Each rule is a named value; the list is all there is. */
public final class NoticeRules {
    private static final String OWNER = "OWNER";
    private static final String SUPERVISOR = "SUPERVISOR";
    private static final String PLATFORM = "PLATFORM";
    private static final String COMPLAINANT = "COMPLAINANT";

    /** The filed-notice, to the complainant's phone. */
    public static final NoticeRule FILED_SMS =
            new NoticeRule("filed-sms-complainant", Occasion.COMPLAINT_FILED, Channel.SMS, Audience.COMPLAINANT, null);
    /** The filed-notice, in the complainant's inbox. */
    public static final NoticeRule FILED_INBOX = new NoticeRule(
            "filed-inbox-complainant", Occasion.COMPLAINT_FILED, Channel.INBOX, Audience.COMPLAINANT, null);
    /** The complainant can read what the merchant handed in, said on their phone. */
    public static final NoticeRule RELEASED_SMS = new NoticeRule(
            "released-sms-complainant", Occasion.EVIDENCE_RELEASED, Channel.SMS, Audience.COMPLAINANT, null);
    /** The complainant can read what the merchant handed in, said in their inbox. */
    public static final NoticeRule RELEASED_INBOX =
            inbox("released-inbox-complainant", Occasion.EVIDENCE_RELEASED, Audience.COMPLAINANT, null);
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
    /** The selling platform is warned when the policy says so. */
    public static final NoticeRule APPROACHING_PLATFORM =
            inbox("approaching-inbox-platform", Occasion.DEADLINE_APPROACHING, Audience.PLATFORM, PLATFORM);
    /** The selling platform is told of a breach when the policy says so. */
    public static final NoticeRule BREACHED_PLATFORM =
            inbox("breached-inbox-platform", Occasion.DEADLINE_BREACHED, Audience.PLATFORM, PLATFORM);
    /** Ops sees every deadline that is still missed. */
    public static final NoticeRule OVERDUE_OPS =
            inbox("overdue-inbox-ops", Occasion.DEADLINE_OVERDUE, Audience.OPS, null);
    /** The owner is told of what is still missed when the policy says so. */
    public static final NoticeRule OVERDUE_OWNER =
            inbox("overdue-inbox-owner", Occasion.DEADLINE_OVERDUE, Audience.OWNER, OWNER);
    /** Supervisors are told of what is still missed when the policy says so. */
    public static final NoticeRule OVERDUE_SUPERVISORS =
            inbox("overdue-inbox-supervisors", Occasion.DEADLINE_OVERDUE, Audience.SUPERVISORS, SUPERVISOR);
    /** The selling platform is told of what is still missed when the policy says so. */
    public static final NoticeRule OVERDUE_PLATFORM =
            inbox("overdue-inbox-platform", Occasion.DEADLINE_OVERDUE, Audience.PLATFORM, PLATFORM);
    /** The complainant is reminded of a time of their own, on the phone. */
    public static final NoticeRule CLOSING_SMS = new NoticeRule(
            "closing-sms-complainant", Occasion.WINDOW_CLOSING, Channel.SMS, Audience.COMPLAINANT, COMPLAINANT);
    /** The complainant is reminded of a time of their own, in their inbox. */
    public static final NoticeRule CLOSING_INBOX =
            inbox("closing-inbox-complainant", Occasion.WINDOW_CLOSING, Audience.COMPLAINANT, COMPLAINANT);
    /** The complainant is told on the phone that a time of their own is over. */
    public static final NoticeRule LAPSED_SMS = new NoticeRule(
            "lapsed-sms-complainant", Occasion.WINDOW_LAPSED, Channel.SMS, Audience.COMPLAINANT, COMPLAINANT);
    /** The complainant is told in their inbox that a time of their own is over. */
    public static final NoticeRule LAPSED_INBOX =
            inbox("lapsed-inbox-complainant", Occasion.WINDOW_LAPSED, Audience.COMPLAINANT, COMPLAINANT);
    /** The owner is told that the complainant's time is over when the policy says so. */
    public static final NoticeRule LAPSED_OWNER =
            inbox("lapsed-inbox-owner", Occasion.WINDOW_LAPSED, Audience.OWNER, OWNER);
    /** Supervisors are told that the complainant's time is over when the policy says so. */
    public static final NoticeRule LAPSED_SUPERVISORS =
            inbox("lapsed-inbox-supervisors", Occasion.WINDOW_LAPSED, Audience.SUPERVISORS, SUPERVISOR);

    /** Every rule, in the order in which messages are planned. */
    public static final List<NoticeRule> ALL = List.of(
            FILED_SMS,
            FILED_INBOX,
            RELEASED_SMS,
            RELEASED_INBOX,
            ASSIGNED_OWNER,
            APPROACHING_OPS,
            APPROACHING_OWNER,
            APPROACHING_SUPERVISORS,
            BREACHED_OPS,
            BREACHED_OWNER,
            BREACHED_SUPERVISORS,
            ESCALATED_OPS,
            APPROACHING_PLATFORM,
            BREACHED_PLATFORM,
            OVERDUE_OPS,
            OVERDUE_OWNER,
            OVERDUE_SUPERVISORS,
            OVERDUE_PLATFORM,
            CLOSING_SMS,
            CLOSING_INBOX,
            LAPSED_SMS,
            LAPSED_INBOX,
            LAPSED_OWNER,
            LAPSED_SUPERVISORS);

    private NoticeRules() {}

    /** The rules that want a message for what happened, in order; empty if nobody is told. */
    public static List<NoticeRule> matching(Happening happening) {
        return ALL.stream().filter(rule -> rule.wants(happening)).toList();
    }

    private static NoticeRule inbox(String name, Occasion occasion, Audience audience, @Nullable String named) {
        return new NoticeRule(name, occasion, Channel.INBOX, audience, named);
    }
}
