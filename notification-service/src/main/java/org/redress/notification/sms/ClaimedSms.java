package org.redress.notification.sms;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A short message that one worker holds until its lease ends.
 *
 * @param id the delivery
 * @param complaintId its complaint
 * @param platform the tenant
 * @param template which text
 * @param language the language it was planned in
 * @param params the values of the text
 * @param outId its id at the gateway
 * @param recipient to whom, as a role
 * @param attempts how often it was worked on, this time included
 * @param claim the fence: outcomes are recorded only under the latest claim
 * @param unclear whether an earlier request's fate is not known
 * @param sincePosted how long ago that request was made; null if the gateway is done with it
 * @param overdue whether it should be given up unless this attempt ends it
 */
record ClaimedSms(
        UUID id,
        UUID complaintId,
        String platform,
        String template,
        String language,
        Map<String, String> params,
        String outId,
        String recipient,
        int attempts,
        long claim,
        boolean unclear,
        @Nullable Duration sincePosted,
        boolean overdue) {}
