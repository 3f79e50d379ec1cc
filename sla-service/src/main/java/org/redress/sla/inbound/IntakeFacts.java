package org.redress.sla.inbound;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.AppealDecided;
import org.redress.contract.intake.AppealFiled;
import org.redress.contract.intake.AppealWithdrawn;
import org.redress.contract.intake.CommitmentKept;
import org.redress.contract.intake.CommitmentMade;
import org.redress.contract.intake.ComplaintClosed;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.ComplaintReferred;
import org.redress.contract.intake.ComplaintReopened;
import org.redress.contract.intake.ComplaintUrged;
import org.redress.contract.intake.ComplaintWithdrawn;
import org.redress.contract.intake.DecisionIssued;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.intake.MaterialsRequested;
import org.redress.contract.intake.MaterialsSupplemented;
import org.redress.contract.intake.MerchantAsked;
import org.redress.contract.intake.MerchantReplied;
import org.redress.contract.intake.MessagePosted;
import org.redress.contract.intake.ReferralAnswered;
import org.redress.contract.intake.ReferralWithdrawn;
import org.redress.contract.intake.RemedyCancelled;
import org.redress.contract.intake.RemedyConfirmed;
import org.redress.contract.intake.RemedyDisputed;
import org.redress.contract.intake.RemedyExecuted;
import org.redress.contract.intake.RemedyOrdered;
import org.redress.contract.intake.ResponseGiven;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.Channel;
import org.redress.deadline.complaint.EventType;
import org.redress.sla.complaint.Fact;
import org.redress.sla.inbound.EventReading.Said;

/** What intake's events mean for clocks. Those that are not listed are kept and mean nothing to them. */
final class IntakeFacts {
    private static final Meanings<IntakeEvent> MEANINGS = new Meanings<IntakeEvent>()
            .filing(ComplaintFiled.class, ComplaintFiled::complaintId, IntakeFacts::filed)
            .with(
                    MessagePosted.class,
                    MessagePosted::complaintId,
                    e -> Fact.of(EventType.MESSAGE_POSTED, e.postedAt())
                            .fromComplainant(e.from() == ActorRole.COMPLAINANT)
                            .by(Meanings.who(e.by())))
            .with(
                    ResponseGiven.class,
                    ResponseGiven::complaintId,
                    e -> Fact.of(EventType.RESPONSE_GIVEN, e.givenAt())
                            .template(e.template())
                            .by(Meanings.who(e.by())))
            .with(
                    MaterialsRequested.class,
                    MaterialsRequested::complaintId,
                    e -> Fact.of(EventType.MATERIALS_REQUESTED, e.requestedAt())
                            .dueAt(e.dueAt())
                            .by(Meanings.who(e.by())))
            .with(
                    MaterialsSupplemented.class,
                    MaterialsSupplemented::complaintId,
                    e -> Fact.of(EventType.MATERIALS_SUPPLEMENTED, e.suppliedAt())
                            .by(Meanings.who(e.by())))
            .with(
                    MerchantAsked.class,
                    MerchantAsked::complaintId,
                    e -> Fact.of(EventType.MERCHANT_ASKED, e.askedAt())
                            .dueAt(e.dueAt())
                            .by(Meanings.who(e.by())))
            .with(
                    MerchantReplied.class,
                    MerchantReplied::complaintId,
                    e -> Fact.of(EventType.MERCHANT_REPLIED, e.repliedAt()).by(Meanings.who(e.by())))
            .with(
                    CommitmentMade.class,
                    CommitmentMade::complaintId,
                    e -> Fact.of(EventType.COMMITMENT_MADE, e.madeAt())
                            .about(e.commitmentId())
                            .dueAt(e.dueAt())
                            .by(Meanings.who(e.by())))
            .with(
                    CommitmentKept.class,
                    CommitmentKept::complaintId,
                    e -> Fact.of(EventType.COMMITMENT_KEPT, e.keptAt())
                            .about(e.commitmentId())
                            .by(Meanings.who(e.by())))
            .with(
                    ComplaintUrged.class,
                    ComplaintUrged::complaintId,
                    e -> Fact.of(EventType.COMPLAINT_URGED, e.urgedAt()).by(Meanings.who(e.by())))
            .with(
                    ComplaintWithdrawn.class,
                    ComplaintWithdrawn::complaintId,
                    e -> Fact.of(EventType.COMPLAINT_WITHDRAWN, e.withdrawnAt()).by(Meanings.who(e.by())))
            .with(
                    DecisionIssued.class,
                    DecisionIssued::complaintId,
                    e -> Fact.of(EventType.DECISION_ISSUED, e.issuedAt())
                            .servedAt(e.servedAt())
                            .by(Meanings.who(e.by())))
            .with(
                    RemedyOrdered.class,
                    RemedyOrdered::complaintId,
                    e -> Fact.of(EventType.REMEDY_ORDERED, e.orderedAt())
                            .about(e.remedyId())
                            .dueAt(e.dueAt())
                            .by(Meanings.who(e.by())))
            .with(
                    RemedyExecuted.class,
                    RemedyExecuted::complaintId,
                    e -> Fact.of(EventType.REMEDY_EXECUTED, e.executedAt())
                            .about(e.remedyId())
                            .by(Meanings.who(e.by())))
            .with(
                    RemedyConfirmed.class,
                    RemedyConfirmed::complaintId,
                    e -> Fact.of(EventType.REMEDY_CONFIRMED, e.confirmedAt())
                            .about(e.remedyId())
                            .by(Meanings.who(e.by())))
            .with(
                    RemedyDisputed.class,
                    RemedyDisputed::complaintId,
                    e -> Fact.of(EventType.REMEDY_DISPUTED, e.disputedAt())
                            .about(e.remedyId())
                            .by(Meanings.who(e.by())))
            .with(
                    RemedyCancelled.class,
                    RemedyCancelled::complaintId,
                    e -> Fact.of(EventType.REMEDY_CANCELLED, e.cancelledAt())
                            .about(e.remedyId())
                            .by(Meanings.who(e.by())))
            .with(
                    AppealFiled.class,
                    AppealFiled::complaintId,
                    e -> Fact.of(EventType.APPEAL_FILED, e.filedAt())
                            .about(e.appealId())
                            .by(Meanings.who(e.by())))
            .with(
                    AppealDecided.class,
                    AppealDecided::complaintId,
                    e -> Fact.of(EventType.APPEAL_DECIDED, e.decidedAt())
                            .about(e.appealId())
                            .by(Meanings.who(e.by())))
            .with(
                    AppealWithdrawn.class,
                    AppealWithdrawn::complaintId,
                    e -> Fact.of(EventType.APPEAL_WITHDRAWN, e.withdrawnAt())
                            .about(e.appealId())
                            .by(Meanings.who(e.by())))
            .with(
                    ComplaintReferred.class,
                    ComplaintReferred::complaintId,
                    e -> Fact.of(EventType.COMPLAINT_REFERRED, e.referredAt())
                            .about(e.referralId())
                            .dueAt(e.dueAt())
                            .by(Meanings.who(e.by())))
            .with(
                    ReferralAnswered.class,
                    ReferralAnswered::complaintId,
                    e -> Fact.of(EventType.REFERRAL_ANSWERED, e.answeredAt())
                            .about(e.referralId())
                            .by(Meanings.who(e.by())))
            .with(
                    ReferralWithdrawn.class,
                    ReferralWithdrawn::complaintId,
                    e -> Fact.of(EventType.REFERRAL_WITHDRAWN, e.withdrawnAt())
                            .about(e.referralId())
                            .by(Meanings.who(e.by())))
            .with(
                    ComplaintClosed.class,
                    ComplaintClosed::complaintId,
                    e -> Fact.of(EventType.COMPLAINT_CLOSED, e.closedAt()).by(Meanings.who(e.by())))
            .with(
                    ComplaintReopened.class,
                    ComplaintReopened::complaintId,
                    e -> Fact.of(EventType.COMPLAINT_REOPENED, e.reopenedAt()).by(Meanings.who(e.by())));

    private IntakeFacts() {}

    static @Nullable Said of(IntakeEvent event) {
        return MEANINGS.of(event);
    }

    private static Fact filed(ComplaintFiled filed) {
        return Fact.filed(
                filed.filedAt(),
                filed.complainantId(),
                filed.category() == null
                        ? null
                        : Category.valueOf(filed.category().name()),
                Channel.valueOf(filed.channel().name()),
                filed.amount() == null ? null : new BigDecimal(filed.amount()),
                filed.goodsExpireAt());
    }
}
