package org.redress.triage.complaint;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.redress.triage.judgement.Statement;

/**
 * A complaint to be judged.
 *
 * @param complainantId the complainant, and at the platform the account to protect
 * @param orderNo the order that it is about
 * @param statement what is judged
 * @param language what the reasons are told in
 * @param filedAt when it was accepted
 */
public record FiledComplaint(
        UUID complaintId,
        String platform,
        String complainantId,
        String orderNo,
        Statement statement,
        Locale language,
        Instant filedAt) {}
