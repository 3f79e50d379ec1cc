package org.redress.notification.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A message as its reader sees it.
 *
 * @param id the message
 * @param at when it arrived
 * @param kind what it tells of; stable, for programs
 * @param title a heading, in the reader's language
 * @param text the message, in the reader's language
 * @param complaintId what it is about; absent if it is about many
 * @param number the complaint's number
 * @param platform the tenant
 * @param read whether this reader has read it
 * @param levels of a message that tells of many levels: these, in the order in which they fell due; a list of messages has
 *     the first ten
 */
@Schema(description = "A message in the in-site inbox, in the language of Accept-Language")
public record InboxItem(
        UUID id,
        Instant at,
        @Schema(examples = "complaint-filed") String kind,
        String title,
        String text,
        @Nullable UUID complaintId,
        @Nullable String number,
        String platform,
        boolean read,
        @Nullable List<InboxLevel> levels) {}
