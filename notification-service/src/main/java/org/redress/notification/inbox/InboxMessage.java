package org.redress.notification.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it lies in an inbox: which text and its values, not the text itself.
 *
 * @param id the message
 * @param at when it arrived
 * @param template which text
 * @param params the values of the text
 * @param complaintId what it is about; null if it is about many
 * @param number the complaint's number, null while it is not known
 * @param platform the tenant
 * @param read whether this reader has read it
 */
record InboxMessage(
        UUID id,
        Instant at,
        String template,
        Map<String, String> params,
        @Nullable UUID complaintId,
        @Nullable String number,
        String platform,
        boolean read) {}
