package org.redress.notification.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case so far; every field but the first two may still be missing, because topics are not ordered
 * among each other.
 *
 * @param complaintId the complaint
 * @param platform the tenant it belongs to
 * @param number the number people quote
 * @param complainantId who filed it, as the platform's tokens name them
 * @param language the complainant's language tag, if the filing named one
 * @param owner the agent who has it now
 */
public record KnownCase(
        UUID complaintId,
        String platform,
        @Nullable String number,
        @Nullable String complainantId,
        @Nullable String language,
        @Nullable String owner) {}
