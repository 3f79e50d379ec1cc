package org.redress.notification.inbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A level of a deadline in a message that tells of many.
 *
 * @param complaintId its complaint
 * @param number the complaint's number
 * @param kind what it tells of, as the {@code kind} of a message of its own would say
 * @param text the text, in the reader's language
 * @param firesAt when the level fell due
 * @param lateBy how much later it was noticed, ISO-8601; absent if it was on time
 */
@Schema(description = "A level of a deadline, told together with others")
public record InboxLevel(
        UUID complaintId,
        @Nullable String number,
        String kind,
        String text,
        Instant firesAt,
        @Nullable String lateBy) {}
