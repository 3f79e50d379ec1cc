package org.redress.intake.casework;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.lifecycle.Act;

/**
 * A command that was carried out.
 *
 * @param id what it opened or is about: the message, decision, remedy, appeal, …
 * @param complaintId the complaint
 * @param command the command's stable name
 * @param status where the case stands now
 * @param at when it was carried out
 */
@Schema(name = "CommandDone")
public record CommandView(UUID id, UUID complaintId, String command, ComplaintStatus status, Instant at) {
    static CommandView of(GiveCommand.Given given, Act act) {
        return new CommandView(given.partId(), given.complaintId(), act.wire(), given.status(), given.at());
    }
}
