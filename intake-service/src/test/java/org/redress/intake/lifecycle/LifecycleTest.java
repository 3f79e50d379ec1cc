package org.redress.intake.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.lifecycle.Cases.AGENT;
import static org.redress.intake.lifecycle.Cases.COMPLAINANT;
import static org.redress.intake.lifecycle.Cases.MERCHANT;
import static org.redress.intake.lifecycle.Cases.PLATFORM;
import static org.redress.intake.lifecycle.Cases.START;
import static org.redress.intake.lifecycle.Cases.SUPERVISOR;
import static org.redress.intake.lifecycle.Cases.SYSTEM;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.DecisionIssued;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.EvidenceKind;
import org.redress.contract.intake.MaterialsRequested;
import org.redress.intake.complaint.ComplaintStatus;

class LifecycleTest {
    private static final Instant DAY = START.plus(Duration.ofDays(1));
    private static final AppealCommand.Appeal APPEAL = new AppealCommand.Appeal(null, "unfair");
    private static final Actor SENIOR_SUPERVISOR = new Actor(ActorRole.SUPERVISOR, "super-2");

    private static AppealCommand.DecideAppeal ruling(Cases sample, AppealOutcome outcome, RemedyOrder... remedies) {
        return new AppealCommand.DecideAppeal(
                sample.last(Part.Appeal.class),
                outcome,
                DecisionOutcome.PARTLY_SUPPORTED,
                List.of("R1"),
                List.of(remedies),
                "after review");
    }

    private static final ContactCommand.Urge URGE = new ContactCommand.Urge(null, null);

    @Test
    void materialIsAskedForTwiceAtMost() {
        var all = new MaterialsCommand.Supplement(Set.of("1", "2"), null);
        Cases.awaiting()
                .must(COMPLAINANT, all)
                .must(AGENT, Cases.request())
                .must(COMPLAINANT, all)
                .mustNot(AGENT, Cases.request(), Refusal.ROUNDS_USED_UP);
    }

    @Test
    void theCaseWaitsUntilTheLastItemCame() {
        Cases sample = Cases.awaiting().must(COMPLAINANT, new MaterialsCommand.Supplement(Set.of("1"), null));
        assertThat(sample.status()).isEqualTo(ComplaintStatus.AWAITING_MATERIALS);
        sample.mustNot(COMPLAINANT, new MaterialsCommand.Supplement(Set.of("3"), null), Refusal.NO_SUCH_ITEM)
                .must(COMPLAINANT, new MaterialsCommand.Supplement(Set.of("2"), null));
        assertThat(sample.status()).isEqualTo(ComplaintStatus.TRIAGED);
    }

    @Test
    void withoutATimeMaterialIsWaitedForAsTheRulesSayOrUntilTheGoodsExpire() {
        var request = new MaterialsCommand.RequestMaterials(Cases.request().items(), null, Set.of(), null);
        Cases early = Cases.triaged().must(AGENT, request);
        assertThat(early.now()
                        .last(Waiting.MaterialsRequest.class)
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(START.plus(Duration.ofDays(3)));
        Cases late = Cases.triaged().after(Duration.ofDays(2)).must(AGENT, request);
        assertThat(late.now().last(Waiting.MaterialsRequest.class).orElseThrow().dueAt())
                .isEqualTo(START.plus(Duration.ofDays(3)));
    }

    @Test
    void whatThePlatformToldIsNotAskedFor() {
        var request = new MaterialsCommand.RequestMaterials(
                Cases.request().items(), null, Set.of(EvidenceKind.PAYMENT_RECORD), null);
        Cases.triaged().mustNot(AGENT, request, Refusal.ALREADY_HELD);
    }

    @Test
    void everyNeedlessItemOfTheListIsNamed() {
        var request = new MaterialsCommand.RequestMaterials(
                List.of(
                        item("a", EvidenceKind.BALANCE),
                        item("b", EvidenceKind.PAYMENT_RECORD),
                        item("c", null),
                        item("d", EvidenceKind.PLATFORM_RECORD),
                        item("e", EvidenceKind.OTHER)),
                null,
                Set.of(EvidenceKind.PAYMENT_RECORD, EvidenceKind.OTHER),
                null);
        assertThat(Cases.triaged().give(AGENT, request))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.wrong())
                                .containsExactly(
                                        new Outcome.Refused.Wrong("/items/1/kind", "PAYMENT_RECORD"),
                                        new Outcome.Refused.Wrong("/items/3/kind", "PLATFORM_RECORD")));
    }

    private static RequestItem item(String id, @Nullable EvidenceKind kind) {
        return new RequestItem(id, kind, "what is asked for", "why", false);
    }

    @Test
    void materialIsNeverWaitedForPastTheGoodsExpiry() {
        var late = new MaterialsCommand.RequestMaterials(
                Cases.request().items(), START.plus(Duration.ofDays(3)).plusSeconds(1), Set.of(), null);
        var past = new MaterialsCommand.RequestMaterials(Cases.request().items(), START, Set.of(), null);
        Cases.triaged()
                .mustNot(AGENT, late, Refusal.DUE_AFTER_GOODS_EXPIRE)
                .mustNot(AGENT, past, Refusal.DUE_IN_THE_PAST);
    }

    @Test
    void goodsThatHaveExpiredDoNotKeepAnybodyFromAsking() {
        var request = new MaterialsCommand.RequestMaterials(Cases.request().items(), null, Set.of(), null);
        Cases usual = Cases.triaged().after(Duration.ofDays(4)).must(AGENT, request);
        assertThat(usual.now()
                        .last(Waiting.MaterialsRequest.class)
                        .orElseThrow()
                        .dueAt())
                .isEqualTo(START.plus(Duration.ofDays(7)));
        var until = new MaterialsCommand.RequestMaterials(
                Cases.request().items(), START.plus(Duration.ofDays(5)), Set.of(), null);
        Cases.triaged().after(Duration.ofDays(4)).must(AGENT, until);
    }

    @Test
    void whatIsHeldIsNotAskedFor() {
        var evidence = new MaterialsCommand.AddEvidence(
                new UUID(7, 7), EvidenceKind.PAYMENT_RECORD, "image/png", 1, "ab".repeat(32), "cd".repeat(32), null);
        Cases.triaged().must(COMPLAINANT, evidence).mustNot(AGENT, Cases.request(), Refusal.ALREADY_HELD);
    }

    @Test
    void whatIsAskedForTravelsMasked() {
        Cases sample = Cases.awaiting();
        assertThat(sample.events().get(0))
                .isInstanceOfSatisfying(
                        MaterialsRequested.class,
                        event -> assertThat(event.toString()).doesNotContain("13800138000"));
    }

    @Test
    void aSecondVersionOverwritesNothing() {
        var evidence = new MaterialsCommand.AddEvidence(
                new UUID(7, 7), EvidenceKind.CHAT, "image/png", 1, "ab".repeat(32), "cd".repeat(32), null);
        Cases sample = Cases.closed().must(COMPLAINANT, evidence).must(COMPLAINANT, evidence);
        assertThat(sample.now().last(Part.Evidence.class))
                .get()
                .extracting(Part.Evidence::version)
                .isEqualTo(2);
    }

    @Test
    void whatTheMerchantHandedInIsReleasedVersionByVersion() {
        var evidence = new MaterialsCommand.AddEvidence(
                new UUID(7, 7), EvidenceKind.STATEMENT, "image/png", 1, "ab".repeat(32), "cd".repeat(32), null);
        var release = release(1);
        Cases sample = Cases.triaged()
                .mustNot(AGENT, release, Refusal.NO_SUCH_PART)
                .must(Cases.MERCHANT, evidence)
                .must(Cases.MERCHANT, evidence)
                .mustNot(AGENT, release(3), Refusal.NO_SUCH_PART)
                .must(AGENT, release)
                .mustNot(AGENT, release, Refusal.ALREADY_SHOWN)
                .must(Cases.MERCHANT, release(2))
                .mustNot(AGENT, release, Refusal.ALREADY_SHOWN)
                .must(Cases.MERCHANT, evidence);
        assertThat(sample.now().last(Part.Evidence.class))
                .get()
                .extracting(Part.Evidence::released)
                .isEqualTo(2);
    }

    @Test
    void whatOthersHandedInIsShownAlreadyAndNotThereForTheMerchant() {
        var evidence = new MaterialsCommand.AddEvidence(
                new UUID(7, 7), EvidenceKind.CHAT, "image/png", 1, "ab".repeat(32), "cd".repeat(32), null);
        Cases.triaged()
                .must(COMPLAINANT, evidence)
                .mustNot(AGENT, release(1), Refusal.ALREADY_SHOWN)
                .mustNot(Cases.MERCHANT, release(1), Refusal.NO_SUCH_PART);
    }

    private static MaterialsCommand.ReleaseEvidence release(int version) {
        return new MaterialsCommand.ReleaseEvidence(new UUID(7, 7), version, "it bears on the decision");
    }

    @Test
    void anUrgingIsTakenOnceInTwentyFourHours() {
        var urge = new ContactCommand.Urge(null, null);
        Cases sample = Cases.triaged()
                .must(COMPLAINANT, urge)
                .after(Duration.ofHours(24).minusSeconds(1));
        assertThat(sample.give(COMPLAINANT, urge))
                .isEqualTo(new Outcome.Refused(Refusal.URGED_TOO_SOON, START.plus(Duration.ofHours(24))));
        sample.after(Duration.ofSeconds(1)).must(COMPLAINANT, urge);
        assertThat(sample.now().last(Part.Urging.class))
                .get()
                .extracting(Part.Urging::count)
                .isEqualTo(2);
    }

    @Test
    void theMerchantSpeaksWhenAsked() {
        var reply = new MerchantCommand.ReplyAsMerchant("delivered");
        var ask = new MerchantCommand.AskMerchant(DAY, "what happened?");
        Cases.triaged()
                .mustNot(MERCHANT, reply, Refusal.NOT_ASKED)
                .must(AGENT, ask)
                .mustNot(AGENT, ask, Refusal.ALREADY_ASKED)
                .must(MERCHANT, reply)
                .mustNot(MERCHANT, reply, Refusal.NOT_ASKED);
    }

    @Test
    void whatWaitsForMaterialBeforeItIsTriagedIsNotDecided() {
        Cases.filed().must(AGENT, Cases.request()).mustNot(AGENT, Cases.decide(), Refusal.NOT_TRIAGED);
    }

    @Test
    void aDecisionEndsAllWaiting() {
        Cases sample = Cases.awaiting()
                .must(AGENT, new MerchantCommand.AskMerchant(DAY, "what happened?"))
                .must(AGENT, new ContactCommand.Commit(DAY, "I call you"))
                .must(AGENT, Cases.decide(Cases.refund(DAY), Cases.coupon(DAY)));
        assertThat(sample.now().parts().stream().filter(Part::open))
                .hasSize(3)
                .allMatch(part -> part instanceof Part.Decision || part instanceof Part.Remedy);
        assertThat(sample.told()).endsWith("DecisionIssued", "RemedyOrdered", "RemedyOrdered");
    }

    @Test
    void nothingIsGrantedForATimeThatIsOver() {
        Cases.triaged().mustNot(AGENT, Cases.decide(Cases.refund(START)), Refusal.REMEDY_DUE_IN_THE_PAST);
    }

    @Test
    void aDecisionSaysWhatItGrantsAndUntilWhenItCanBeAppealed() {
        Cases sample = Cases.decided(Cases.refund(DAY), Cases.coupon(DAY));
        assertThat(sample.events().get(0)).isInstanceOfSatisfying(DecisionIssued.class, event -> {
            assertThat(event.amount()).isEqualTo("105.00");
            assertThat(event.currency()).isEqualTo("CNY");
            assertThat(event.servedAt()).isEqualTo(START);
            assertThat(event.appealUntil()).isEqualTo(Instant.parse("2026-11-30T16:00:00Z"));
        });
    }

    @Test
    void anAppealComesInTimeAndNotAfter() {
        Instant until = Instant.parse("2026-11-30T16:00:00Z");
        Cases.decided().after(Duration.between(START, until)).must(COMPLAINANT, APPEAL);
        Cases.decided()
                .after(Duration.between(START, until).plusSeconds(1))
                .mustNot(COMPLAINANT, APPEAL, Refusal.APPEAL_WINDOW_OVER);
    }

    @Test
    void anAppealNeedsAReason() {
        Cases.decided().mustNot(COMPLAINANT, new AppealCommand.Appeal(null, "  "), Refusal.REASON_REQUIRED);
    }

    @Test
    void whereThePlatformAsksForItAnAppealBringsSomethingNew() {
        CaseRules r = Cases.RULES;
        CaseRules strict = new CaseRules(
                2,
                r.supplementWithin(),
                true,
                r.urgeEvery(),
                null,
                3,
                7,
                true,
                2,
                r.outsideBodies(),
                r.published(),
                r.calendar());
        Cases.decided()
                .under(strict)
                .mustNot(COMPLAINANT, APPEAL, Refusal.NOTHING_NEW)
                .must(COMPLAINANT, new AppealCommand.Appeal("a chat log", "unfair"));
    }

    @Test
    void whoDecidedDoesNotDecideTheAppeal() {
        Cases sample = Cases.underAppeal().at(Tier.SENIOR, "agent-1");
        sample.mustNot(AGENT, ruling(sample, AppealOutcome.UPHELD), Refusal.DECIDED_BEFORE);
    }

    @Test
    void anAppealIsDecidedByATeamAbove() {
        Actor colleague = new Actor(ActorRole.AGENT, "agent-2");
        Cases sample = Cases.underAppeal().at(Tier.JUNIOR, "agent-2");
        sample.mustNot(colleague, ruling(sample, AppealOutcome.UPHELD), Refusal.TIER_TOO_LOW);
        sample.at(Tier.SENIOR, "agent-3")
                .mustNot(colleague, ruling(sample, AppealOutcome.UPHELD), Refusal.NOT_IN_CHARGE)
                .at(Tier.SENIOR, "agent-2")
                .must(colleague, ruling(sample, AppealOutcome.UPHELD));
        assertThat(sample.told()).endsWith("AppealDecided", "DecisionIssued");
    }

    @Test
    void nobodyButThePanelDecidesForThePanel() {
        Cases sample = Cases.triaged()
                .at(Tier.SENIOR, "agent-1")
                .must(AGENT, Cases.decide())
                .must(COMPLAINANT, APPEAL);
        sample.must(SUPERVISOR, ruling(sample, AppealOutcome.UPHELD)).must(COMPLAINANT, APPEAL);
        sample.at(Tier.SPECIAL_TEAM, "x")
                .mustNot(SENIOR_SUPERVISOR, ruling(sample, AppealOutcome.UPHELD), Refusal.TIER_TOO_LOW)
                .at(Tier.MEDIATION_PANEL, "panel-1")
                .must(new Actor(ActorRole.AGENT, "panel-1"), ruling(sample, AppealOutcome.UPHELD));
    }

    @Test
    void aSupervisorDecidesForThePanelOnlyAsItsOwnerThere() {
        Cases sample = Cases.triaged()
                .at(Tier.SPECIAL_TEAM, "agent-1")
                .must(AGENT, Cases.decide())
                .must(COMPLAINANT, APPEAL)
                .at(Tier.MEDIATION_PANEL, "panel-1");
        sample.mustNot(SUPERVISOR, ruling(sample, AppealOutcome.UPHELD), Refusal.TIER_TOO_LOW)
                .at(Tier.MEDIATION_PANEL, "super-1")
                .must(SUPERVISOR, ruling(sample, AppealOutcome.UPHELD));
        assertThat(sample.now().standingDecision())
                .get()
                .extracting(Part.Decision::tier)
                .isEqualTo(Tier.MEDIATION_PANEL);
    }

    @Test
    void aCaseThatIsWithThePanelIsDecidedByItsOwnerThereAlone() {
        Actor member = new Actor(ActorRole.AGENT, "panel-1");
        Cases.triaged()
                .at(Tier.MEDIATION_PANEL, "panel-1")
                .mustNot(SUPERVISOR, Cases.decide(), Refusal.NOT_IN_CHARGE)
                .mustNot(AGENT, Cases.decide(), Refusal.NOT_IN_CHARGE)
                .must(member, Cases.decide());
    }

    @Test
    void aSupervisorStandsOneTeamAbove() {
        Cases sample = Cases.underAppeal();
        sample.must(SUPERVISOR, ruling(sample, AppealOutcome.UPHELD)).must(COMPLAINANT, APPEAL);
        sample.mustNot(SENIOR_SUPERVISOR, ruling(sample, AppealOutcome.UPHELD), Refusal.TIER_TOO_LOW)
                .at(Tier.SPECIAL_TEAM, "x")
                .must(SENIOR_SUPERVISOR, ruling(sample, AppealOutcome.UPHELD))
                .mustNot(COMPLAINANT, APPEAL, Refusal.APPEALS_USED_UP);
    }

    @Test
    void nothingIsAboveThePanel() {
        Cases.triaged()
                .at(Tier.MEDIATION_PANEL, "agent-1")
                .must(AGENT, Cases.decide())
                .mustNot(COMPLAINANT, APPEAL, Refusal.NO_HIGHER_TIER);
    }

    @Test
    void aChangedDecisionTakesThePlaceOfTheOld() {
        Cases sample = Cases.decided(Cases.coupon(DAY)).must(COMPLAINANT, APPEAL);
        sample.must(SUPERVISOR, ruling(sample, AppealOutcome.CHANGED, Cases.refund(DAY)));
        assertThat(sample.told())
                .endsWith("AppealFiled", "AppealDecided", "RemedyCancelled", "DecisionIssued", "RemedyOrdered");
        assertThat(sample.now().standingDecision()).get().satisfies(decision -> {
            assertThat(decision.outcome()).isEqualTo(DecisionOutcome.PARTLY_SUPPORTED);
            assertThat(decision.tier()).isEqualTo(Tier.SENIOR);
        });
    }

    @Test
    void whatWasRevokedIsDecidedAnewBySomebodyElse() {
        Cases sample = Cases.decided(Cases.refund(DAY)).must(COMPLAINANT, APPEAL);
        sample.must(SUPERVISOR, ruling(sample, AppealOutcome.REVOKED));
        assertThat(sample.told()).endsWith("AppealDecided", "RemedyCancelled", "ComplaintReopened");
        sample.mustNot(AGENT, Cases.decide(), Refusal.DECIDED_BEFORE)
                .must(new Actor(ActorRole.AGENT, "agent-9"), Cases.decide());
    }

    @Test
    void aWithdrawnAppealLeavesTheDecisionAndIsUsedUp() {
        Cases sample = Cases.underAppeal();
        sample.must(COMPLAINANT, new AppealCommand.WithdrawAppeal(sample.last(Part.Appeal.class), null));
        assertThat(sample.status()).isEqualTo(ComplaintStatus.DECIDED);
        sample.must(COMPLAINANT, APPEAL);
        assertThat(sample.now().last(Part.Appeal.class))
                .get()
                .extracting(Part.Appeal::round)
                .isEqualTo(2);
    }

    @Test
    void aRemedyThatFellDueDuringAnAppealReopensTheCaseAfterIt() {
        Cases upheld = appealedWithAnOverdueRemedy();
        upheld.must(SUPERVISOR, ruling(upheld, AppealOutcome.UPHELD));
        assertThat(upheld.told()).endsWith("AppealDecided", "DecisionIssued", "ComplaintReopened");
        assertThat(upheld.status()).isEqualTo(ComplaintStatus.TRIAGED);
        Cases changed = appealedWithAnOverdueRemedy();
        changed.must(SUPERVISOR, ruling(changed, AppealOutcome.CHANGED));
        assertThat(changed.told()).endsWith("AppealDecided", "RemedyCancelled", "DecisionIssued");
        assertThat(changed.status()).isEqualTo(ComplaintStatus.DECIDED);
        Cases sample = appealedWithAnOverdueRemedy();
        sample.must(COMPLAINANT, new AppealCommand.WithdrawAppeal(sample.last(Part.Appeal.class), null));
        assertThat(sample.told()).endsWith("AppealWithdrawn", "ComplaintReopened");
        assertThat(sample.status()).isEqualTo(ComplaintStatus.TRIAGED);
        assertThat(sample.now().last(Part.Reopening.class))
                .get()
                .extracting(Part.Reopening::cause)
                .isEqualTo("REMEDY_DISPUTED");
    }

    private static Cases appealedWithAnOverdueRemedy() {
        Cases sample = Cases.triaged()
                .must(AGENT, new RemedyCommand.OrderRemedy(Cases.refund(DAY), null))
                .must(AGENT, Cases.decide())
                .must(COMPLAINANT, APPEAL)
                .after(Duration.ofDays(2));
        sample.must(SYSTEM, new SystemCommand.OverdueRemedy(sample.last(Part.Remedy.class)));
        assertThat(sample.status()).isEqualTo(ComplaintStatus.UNDER_APPEAL);
        return sample;
    }

    @Test
    void aSettlementByACouponAloneCanBeRefused() {
        var refuse = new DecisionCommand.RefuseSettlement("no coupon");
        Cases sample = Cases.decided(Cases.coupon(DAY)).must(COMPLAINANT, refuse);
        assertThat(sample.told()).endsWith("RemedyCancelled", "ComplaintReopened");
        sample.must(AGENT, Cases.decide());
        Cases.decided(Cases.coupon(DAY), Cases.refund(DAY)).mustNot(COMPLAINANT, refuse, Refusal.NO_TOKEN_SETTLEMENT);
        Cases.decided().mustNot(COMPLAINANT, refuse, Refusal.NO_TOKEN_SETTLEMENT);
    }

    @Test
    void aRemedyIsConfirmedOnceItWasCarriedOut() {
        Cases sample = Cases.decided(Cases.refund(DAY));
        UUID remedy = sample.last(Part.Remedy.class);
        sample.mustNot(COMPLAINANT, new RemedyCommand.ConfirmRemedy(remedy, null), Refusal.NOT_EXECUTED)
                .must(PLATFORM, new RemedyCommand.ExecuteRemedy(remedy, "pay-1", null, null))
                .mustNot(PLATFORM, new RemedyCommand.ExecuteRemedy(remedy, "pay-2", null, null), Refusal.ENDED)
                .mustNot(AGENT, new RemedyCommand.CancelRemedy(remedy, "late"), Refusal.ENDED)
                .must(COMPLAINANT, new RemedyCommand.ConfirmRemedy(remedy, null))
                .mustNot(COMPLAINANT, new RemedyCommand.DisputeRemedy(remedy, "no"), Refusal.ENDED)
                .mustNot(COMPLAINANT, new RemedyCommand.ConfirmRemedy(new UUID(5, 5), null), Refusal.NO_SUCH_PART);
    }

    @Test
    void aDisputedRemedyReopensTheCaseAndMayBeCarriedOutAnew() {
        Cases sample = Cases.decided(Cases.refund(DAY));
        UUID remedy = sample.last(Part.Remedy.class);
        var dispute = new RemedyCommand.DisputeRemedy(remedy, "nothing came");
        sample.mustNot(COMPLAINANT, dispute, Refusal.NOT_YET_DUE)
                .must(PLATFORM, new RemedyCommand.ExecuteRemedy(remedy, "pay-1", null, null))
                .must(COMPLAINANT, dispute);
        assertThat(sample.told()).endsWith("RemedyDisputed", "ComplaintReopened");
        assertThat(sample.status()).isEqualTo(ComplaintStatus.TRIAGED);
        sample.must(PLATFORM, new RemedyCommand.ExecuteRemedy(remedy, "pay-2", null, null));
    }

    @Test
    void anOverdueRemedyReopensTheCaseOnce() {
        Cases sample = Cases.decided(Cases.refund(DAY));
        var overdue = new SystemCommand.OverdueRemedy(sample.last(Part.Remedy.class));
        sample.must(SYSTEM, overdue);
        assertThat(sample.status()).isEqualTo(ComplaintStatus.DECIDED);
        sample.after(Duration.ofDays(1)).must(SYSTEM, overdue).must(SYSTEM, overdue);
        assertThat(sample.told()).containsOnlyOnce("RemedyDisputed", "ComplaintReopened");
        Cases late = Cases.decided(Cases.refund(DAY)).after(Duration.ofDays(2));
        late.must(COMPLAINANT, new RemedyCommand.DisputeRemedy(late.last(Part.Remedy.class), "nothing came"));
    }

    @Test
    void nothingIsClosedWhileSomethingIsOpen() {
        var close = new EndCommand.Close(null);
        Cases sample = Cases.decided(Cases.refund(DAY))
                .must(AGENT, new ReferralCommand.Refer(Cases.BODY, null, DAY, null))
                .must(AGENT, new ContactCommand.Commit(DAY, "I call you"));
        sample.mustNot(COMPLAINANT, close, Refusal.REMEDY_OPEN)
                .must(AGENT, new RemedyCommand.CancelRemedy(sample.last(Part.Remedy.class), "settled"))
                .mustNot(COMPLAINANT, close, Refusal.REFERRAL_OPEN)
                .must(
                        AGENT,
                        new ReferralCommand.AnswerReferral(sample.last(Waiting.Referral.class), "SETTLED", "n-1", null))
                .mustNot(COMPLAINANT, close, Refusal.COMMITMENT_OPEN)
                .must(AGENT, new ContactCommand.KeepCommitment(sample.last(Waiting.Commitment.class), null))
                .mustNot(AGENT, close, Refusal.APPEAL_WINDOW_OPEN)
                .after(Duration.ofDays(10))
                .must(AGENT, close);
    }

    @Test
    void theComplainantMayAcceptBeforeTheWindowIsOver() {
        assertThat(Cases.closed().status()).isEqualTo(ComplaintStatus.CLOSED);
    }

    @Test
    void aLapsedAppealWindowClosesACaseOnWhichNothingIsOpen() {
        var lapse = new SystemCommand.LapseAppeal();
        Cases early = Cases.decided().must(SYSTEM, lapse);
        assertThat(early.status()).isEqualTo(ComplaintStatus.DECIDED);
        early.after(Duration.ofDays(10)).must(SYSTEM, lapse);
        assertThat(early.status()).isEqualTo(ComplaintStatus.CLOSED);

        Cases sample = Cases.decided(Cases.refund(DAY));
        UUID remedy = sample.last(Part.Remedy.class);
        sample.must(PLATFORM, new RemedyCommand.ExecuteRemedy(remedy, null, null, null))
                .after(Duration.ofDays(10))
                .must(SYSTEM, lapse);
        assertThat(sample.status()).isEqualTo(ComplaintStatus.DECIDED);
        sample.must(SYSTEM, new SystemCommand.LapseConfirmation(remedy, sample.time()));
        assertThat(sample.status()).isEqualTo(ComplaintStatus.CLOSED);
        assertThat(sample.told()).endsWith("RemedyConfirmed", "ComplaintClosed");
    }

    @Test
    void aLapsedRequestLetsTheCaseGoOn() {
        var lapse = new SystemCommand.LapseSupplement();
        Cases sample = Cases.awaiting().must(SYSTEM, lapse);
        assertThat(sample.status()).isEqualTo(ComplaintStatus.AWAITING_MATERIALS);
        sample.after(Duration.ofDays(2)).must(SYSTEM, lapse);
        assertThat(sample.status()).isEqualTo(ComplaintStatus.TRIAGED);
    }

    @Test
    void aComplainantReopensTwiceAtMost() {
        var reopen = new EndCommand.Reopen("again");
        Cases sample = Cases.closed();
        for (int i = 0; i < 2; i++) {
            sample.must(COMPLAINANT, reopen).must(AGENT, Cases.decide()).must(COMPLAINANT, new EndCommand.Close(null));
        }
        sample.mustNot(COMPLAINANT, reopen, Refusal.REOPENINGS_USED_UP).must(SUPERVISOR, reopen);
    }

    @Test
    void aCaseIsRatedOnceEachTimeItEnds() {
        var rate = new EndCommand.Rate(5, null, null);
        Cases sample = Cases.closed().must(COMPLAINANT, rate).mustNot(COMPLAINANT, rate, Refusal.ALREADY_RATED);
        sample.after(Duration.ofSeconds(1))
                .must(COMPLAINANT, new EndCommand.Reopen("again"))
                .must(AGENT, Cases.decide())
                .must(COMPLAINANT, new EndCommand.Close(null))
                .must(COMPLAINANT, rate);
    }

    @Test
    void aCaseIsReferredToAKnownBodyOnceAtATime() {
        var refer = new ReferralCommand.Refer(Cases.BODY, null, null, null);
        Cases.triaged()
                .mustNot(AGENT, new ReferralCommand.Refer("NOBODY", null, null, null), Refusal.NO_SUCH_BODY)
                .must(AGENT, refer)
                .mustNot(AGENT, refer, Refusal.ALREADY_REFERRED)
                .mustNot(COMPLAINANT, new EndCommand.Withdraw(null), Refusal.REFERRAL_OPEN);
    }

    @Test
    void aClosedCaseIsReferredAndStaysClosed() {
        var refer = new ReferralCommand.Refer(Cases.BODY, null, null, null);
        Cases sample = Cases.closed().must(AGENT, refer).mustNot(AGENT, refer, Refusal.ALREADY_REFERRED);
        sample.must(
                        AGENT,
                        new ReferralCommand.AnswerReferral(sample.last(Waiting.Referral.class), "SETTLED", "n-1", null))
                .must(AGENT, refer)
                .must(AGENT, new ReferralCommand.WithdrawReferral(sample.last(Waiting.Referral.class), "settled"));
        assertThat(sample.status()).isEqualTo(ComplaintStatus.CLOSED);
        assertThat(sample.told())
                .endsWith("ComplaintReferred", "ReferralAnswered", "ComplaintReferred", "ReferralWithdrawn");
    }

    @Test
    void anUrgingLeftUnansweredOpensTheWayOutside() {
        var refer = new ReferralCommand.Refer(Cases.BODY, null, null, null);
        Cases sample =
                withUltimatum().must(COMPLAINANT, URGE).must(AGENT, new ContactCommand.Respond(true, "received"));
        sample.after(Duration.ofDays(2).minusSeconds(1))
                .mustNot(AGENT, refer, Refusal.BODY_NOT_OPEN)
                .after(Duration.ofSeconds(1))
                .must(AGENT, new ContactCommand.Respond(false, "too late"))
                .must(AGENT, refer);
    }

    @Test
    void anAnsweredUrgingOpensNothing() {
        var refer = new ReferralCommand.Refer(Cases.BODY, null, null, null);
        withUltimatum()
                .must(COMPLAINANT, URGE)
                .after(Duration.ofHours(47))
                .must(AGENT, new ContactCommand.Respond(false, "I look at it"))
                .after(Duration.ofDays(3))
                .mustNot(AGENT, refer, Refusal.BODY_NOT_OPEN);
        Cases.triaged()
                .under(Cases.rules(null, OutsideBody.From.AFTER_LIMIT))
                .must(COMPLAINANT, URGE)
                .after(Duration.ofDays(3))
                .mustNot(AGENT, refer, Refusal.BODY_NOT_OPEN);
        withUltimatum()
                .must(COMPLAINANT, URGE)
                .must(AGENT, Cases.decide())
                .after(Duration.ofDays(3))
                .mustNot(AGENT, refer, Refusal.BODY_NOT_OPEN);
    }

    private static Cases withUltimatum() {
        return Cases.triaged().under(Cases.rules(Duration.ofDays(2), OutsideBody.From.AFTER_LIMIT));
    }

    @Test
    void whatCameInAndComesAgainChangesNothing() {
        var supplied = new MaterialsCommand.Supplement(Set.of("1"), null);
        Cases sample = Cases.awaiting().must(COMPLAINANT, supplied);
        Case once = sample.now();
        sample.must(COMPLAINANT, supplied);
        assertThat(sample.now()).isEqualTo(once);
        assertThat(sample.told()).containsOnlyOnce("MaterialsSupplemented");
        sample.must(COMPLAINANT, new MaterialsCommand.Supplement(Set.of("1"), "a better copy"));
        assertThat(sample.told()).endsWith("MaterialsSupplemented", "MaterialsSupplemented");
    }
}
