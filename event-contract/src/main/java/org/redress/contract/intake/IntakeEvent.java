package org.redress.contract.intake;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.redress.contract.ContractEvent;
import org.redress.contract.EventData;

/** A fact that intake-service published. */
public sealed interface IntakeEvent extends ContractEvent
        permits ComplaintFiled,
                EvidenceAdded,
                EvidenceReleased,
                MessagePosted,
                ResponseGiven,
                MaterialsRequested,
                MaterialsSupplemented,
                MerchantAsked,
                MerchantReplied,
                CommitmentMade,
                CommitmentKept,
                ComplaintUrged,
                ComplaintWithdrawn,
                DecisionIssued,
                RemedyOrdered,
                RemedyExecuted,
                RemedyConfirmed,
                RemedyDisputed,
                RemedyRecalled,
                RemedyCancelled,
                RemedyOffered,
                RemedyOfferEnded,
                AppealFiled,
                AppealDecided,
                AppealWithdrawn,
                ComplaintReferred,
                ReferralAnswered,
                ReferralWithdrawn,
                ComplaintClosed,
                ComplaintReopened,
                ComplaintRated,
                UnrecognisedIntakeEvent {

    /** The topic that intake-service alone writes. */
    String TOPIC = "complaint-events";

    /** The CloudEvents {@code source} of these events. */
    String SOURCE = "/redress/intake";

    /** The records by wire name. */
    Map<String, Class<? extends IntakeEvent>> TYPES = Map.ofEntries(
            Map.entry(ComplaintFiled.TYPE, ComplaintFiled.class),
            Map.entry(EvidenceAdded.TYPE, EvidenceAdded.class),
            Map.entry(EvidenceReleased.TYPE, EvidenceReleased.class),
            Map.entry(MessagePosted.TYPE, MessagePosted.class),
            Map.entry(ResponseGiven.TYPE, ResponseGiven.class),
            Map.entry(MaterialsRequested.TYPE, MaterialsRequested.class),
            Map.entry(MaterialsSupplemented.TYPE, MaterialsSupplemented.class),
            Map.entry(MerchantAsked.TYPE, MerchantAsked.class),
            Map.entry(MerchantReplied.TYPE, MerchantReplied.class),
            Map.entry(CommitmentMade.TYPE, CommitmentMade.class),
            Map.entry(CommitmentKept.TYPE, CommitmentKept.class),
            Map.entry(ComplaintUrged.TYPE, ComplaintUrged.class),
            Map.entry(ComplaintWithdrawn.TYPE, ComplaintWithdrawn.class),
            Map.entry(DecisionIssued.TYPE, DecisionIssued.class),
            Map.entry(RemedyOrdered.TYPE, RemedyOrdered.class),
            Map.entry(RemedyExecuted.TYPE, RemedyExecuted.class),
            Map.entry(RemedyConfirmed.TYPE, RemedyConfirmed.class),
            Map.entry(RemedyDisputed.TYPE, RemedyDisputed.class),
            Map.entry(RemedyRecalled.TYPE, RemedyRecalled.class),
            Map.entry(RemedyCancelled.TYPE, RemedyCancelled.class),
            Map.entry(RemedyOffered.TYPE, RemedyOffered.class),
            Map.entry(RemedyOfferEnded.TYPE, RemedyOfferEnded.class),
            Map.entry(AppealFiled.TYPE, AppealFiled.class),
            Map.entry(AppealDecided.TYPE, AppealDecided.class),
            Map.entry(AppealWithdrawn.TYPE, AppealWithdrawn.class),
            Map.entry(ComplaintReferred.TYPE, ComplaintReferred.class),
            Map.entry(ReferralAnswered.TYPE, ReferralAnswered.class),
            Map.entry(ReferralWithdrawn.TYPE, ReferralWithdrawn.class),
            Map.entry(ComplaintClosed.TYPE, ComplaintClosed.class),
            Map.entry(ComplaintReopened.TYPE, ComplaintReopened.class),
            Map.entry(ComplaintRated.TYPE, ComplaintRated.class));

    /**
     * Reads one event.
     *
     * @param type the CloudEvents {@code type}
     * @param data the CloudEvents {@code data}
     * @return the event, or {@link UnrecognisedIntakeEvent} for a type or version this code does not know
     * @throws org.redress.contract.UnreadableDataException when the data of a known type does not fit
     */
    static IntakeEvent read(String type, byte[] data) {
        Class<? extends IntakeEvent> known = TYPES.get(type);
        return known == null
                ? new UnrecognisedIntakeEvent(type, new String(data, StandardCharsets.UTF_8))
                : EventData.read(known, type, data);
    }
}
