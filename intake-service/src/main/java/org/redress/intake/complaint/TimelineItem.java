package org.redress.intake.complaint;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A timeline entry as the API shows it. Of an entry that is for the staff alone, others see its place in the chain and
 * nothing else, so that the chain can be verified by whoever reads it.
 *
 * @param position its place in the chain, from 1 (R13)
 * @param kind what happened, a stable name; null if the caller may not read the entry
 * @param at when it happened; null if the caller may not read the entry
 * @param actor who did it; null if the caller may not read the entry
 * @param staffOnly whether it is for the staff alone; to those to whom it was not released also of an entry about what the merchant
 *     handed in
 * @param data values that belong to it; null if the caller may not read the entry
 * @param eventId the event that told it, null for acts in this service or if the caller may not read the entry
 * @param salt what was drawn for it, 32 hexadecimal digits; null if the caller may not read the entry
 * @param content the SHA-256 of what it says
 * @param hash the SHA-256 that chains it
 */
@Schema(name = "TimelineItem")
public record TimelineItem(
        int position,
        @Nullable String kind,
        @Nullable Instant at,
        @Nullable String actor,
        boolean staffOnly,

        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.OBJECT) @Nullable
        JsonNode data,

        @Nullable UUID eventId,
        @Nullable String salt,
        String content,
        String hash) {}
