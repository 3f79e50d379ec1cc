package org.redress.intake.casework;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.redress.contract.ActorRole;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.lifecycle.Act;
import org.redress.intake.lifecycle.Case;
import org.redress.intake.lifecycle.LifecycleTable;
import org.redress.intake.lifecycle.Part;
import org.redress.intake.lifecycle.Waiting;

/**
 * Everything that was opened on a case, oldest first.
 *
 * @param commands what the caller may do as the case stands; a rule of its own may still speak against it
 * @param externalRoutes where it can go beyond this platform
 */
@Schema(name = "Case")
public record CaseView(
        UUID complaintId,
        ComplaintStatus status,
        List<String> commands,
        List<Part.Decision> decisions,
        List<Part.Offer> offers,
        List<Part.Remedy> remedies,
        List<Part.Appeal> appeals,
        List<Waiting.Referral> referrals,
        List<Waiting.MaterialsRequest> materialsRequests,
        List<Waiting.MerchantQuestion> merchantQuestions,
        List<Waiting.Commitment> commitments,
        List<Part.Urging> urgings,
        List<Part.Reopening> reopenings,
        List<Part.Rating> ratings,
        RoutesView externalRoutes) {

    static CaseView of(Case record, ActorRole role, RoutesView routes) {
        return new CaseView(
                record.facts().id(),
                record.status(),
                commands(record.status(), role),
                record.all(Part.Decision.class),
                record.all(Part.Offer.class),
                record.all(Part.Remedy.class),
                record.all(Part.Appeal.class),
                record.all(Waiting.Referral.class),
                record.all(Waiting.MaterialsRequest.class),
                record.all(Waiting.MerchantQuestion.class),
                record.all(Waiting.Commitment.class),
                record.all(Part.Urging.class),
                record.all(Part.Reopening.class),
                record.all(Part.Rating.class),
                routes);
    }

    private static List<String> commands(ComplaintStatus status, ActorRole role) {
        return Arrays.stream(Act.values())
                .filter(act -> LifecycleTable.who(act).contains(role))
                .filter(act -> LifecycleTable.cell(act, status) instanceof LifecycleTable.Cell.Accepted)
                .map(Act::wire)
                .toList();
    }
}
