package org.redress.intake.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.Channel;
import org.redress.intake.complaint.ComplaintStatus;

/**
 * A contact in the archive (R42).
 *
 * @param id the message, decision, remedy, … that it opened or is about
 * @param command which command it was
 * @param by who entered it; {@code role:subject}
 * @param from whose words they are
 * @param to whom they are for; null for everybody on the case
 * @param channel how it came in, if not by the case's own page
 * @param text what was said
 * @param facts what is said apart from the reasons: of a decision what was found, of an appeal what is new ({@code news})
 * @param salt what the hash of text and facts on the timeline was salted with ({@code data.words} of the entry)
 * @param dueAt by when an answer is expected, of a question to the merchant, a request for material and a referral; the promised
 *     time of a promise
 * @param result where the case stood after it
 */
@Schema(name = "Contact")
public record ContactView(
        UUID id,
        String command,
        Instant at,
        String by,
        ActorRole from,
        @Nullable ActorRole to,
        @Nullable Channel channel,
        @Nullable String text,
        @Nullable String facts,
        @Nullable String salt,
        @Nullable Instant dueAt,
        ComplaintStatus result) {

    static ContactView of(ContactRepository.Placed placed) {
        ContactEntry entry = placed.entry();
        String role = entry.by().role().name().toLowerCase(java.util.Locale.ROOT);
        return new ContactView(
                entry.partId(),
                entry.act().wire(),
                entry.at(),
                role + ":" + entry.by().id(),
                entry.speaker(),
                entry.addressee(),
                entry.channel(),
                entry.words(),
                entry.facts(),
                entry.salt(),
                placed.dueAt(),
                entry.result());
    }
}
