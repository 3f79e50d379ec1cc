package org.redress.intake.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.lifecycle.Cases.AGENT;
import static org.redress.intake.lifecycle.Cases.COMPLAINANT;
import static org.redress.intake.lifecycle.Cases.PLATFORM;
import static org.redress.intake.lifecycle.Cases.START;
import static org.redress.intake.lifecycle.Cases.SUPERVISOR;
import static org.redress.intake.lifecycle.Cases.SYSTEM;
import static org.redress.intake.lifecycle.Cases.appealed;
import static org.redress.intake.lifecycle.Cases.ruling;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.RemedyType;
import org.redress.intake.complaint.ComplaintStatus;

/** Exactly what was granted comes: nothing twice, nothing left out, nothing on a word too old or too thin (R50). */
class GrantedExactlyTest {
    private static final Instant DAY = START.plus(Duration.ofDays(1));
    private static final Instant LATER = START.plus(Duration.ofDays(90));
    private static final Actor ANOTHER = new Actor(ActorRole.AGENT, "agent-9");

    @Test
    void aRefundInAnotherCurrencyThanWasPaidIsTooMuch() {
        var dollars = new RemedyOrder(RemedyType.REFUND, "1.00", "USD", DAY);
        Cases.triaged()
                .refundable("100.00")
                .mustNot(AGENT, new RemedyCommand.OrderRemedy(dollars, null), Refusal.MORE_THAN_PAID)
                .mustNot(AGENT, Cases.decide(dollars), Refusal.REMEDIES_MORE_THAN_PAID);
        Cases.triaged().must(AGENT, new RemedyCommand.OrderRemedy(dollars, null));
    }

    @Test
    void whatIsOverdueAndMayStillComeIsNotGrantedAgain() {
        Cases sample = overdue("50.00");
        UUID settled = sample.last(Part.Remedy.class);
        sample.underWay(settled).mustNot(AGENT, Cases.decide(later("50.00")), Refusal.REMEDY_TWICE);
        sample.pending(settled).mustNot(AGENT, Cases.decide(later("50.00")), Refusal.REMEDY_TWICE);
        sample.underWay(settled)
                .must(AGENT, new RemedyCommand.CancelRemedy(settled, "late"))
                .must(AGENT, Cases.decide(later("50.00")))
                .must(SYSTEM, new SystemCommand.SettleRecall(settled));
        assertThat(Cases.ledger(sample)).isEqualTo("CANCELLED 50.00, ORDERED 50.00");
    }

    @Test
    void whatIsOverdueAndNobodyCarriesOutIsGrantedAgain() {
        Cases sample = overdue("50.00").must(AGENT, Cases.decide(later("50.00")));
        assertThat(Cases.ledger(sample)).isEqualTo("DISPUTED 50.00, ORDERED 50.00");
    }

    private static Cases overdue(String amount) {
        Cases sample = Cases.triaged().must(AGENT, new RemedyCommand.OrderRemedy(Cases.refund(amount), null));
        return sample.after(Duration.ofDays(30))
                .must(SYSTEM, new SystemCommand.OverdueRemedy(sample.last(Part.Remedy.class)));
    }

    @Test
    void whatADecisionCountedOnIsOrderedForTheOneThatUpholdsIt() {
        Cases sample = Cases.decided(Cases.refund("100.00"));
        UUID first = sample.last(Part.Remedy.class);
        appealed(sample)
                .underWay(first)
                .must(SUPERVISOR, ruling(sample, AppealOutcome.CHANGED, Cases.refund("120.00")));
        appealed(sample).at(Tier.SPECIAL_TEAM, "agent-9");
        sample.must(ANOTHER, ruling(sample, AppealOutcome.UPHELD))
                .must(SYSTEM, new SystemCommand.SettleRecall(first))
                .must(SYSTEM, new SystemCommand.SettleRecall(first));
        assertThat(Cases.ledger(sample)).isEqualTo("CANCELLED 100.00, ORDERED 20.00, ORDERED 100.00");
        assertThat(sample.now().all(Part.Remedy.class).get(2).decisionId()).isEqualTo(sample.last(Part.Decision.class));
    }

    /** Whether the platform had done it or not, and though what is due in its place is due in parts. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsTakenBackCountsTowardsEachPartOfWhatIsGranted(boolean done) {
        Cases sample = Cases.decided(Cases.refund("100.00"));
        UUID first = sample.last(Part.Remedy.class);
        appealed(sample)
                .underWay(first)
                .must(SUPERVISOR, ruling(sample, AppealOutcome.CHANGED, Cases.refund("60.00"), later("45.00")));
        if (done) {
            sample.must(PLATFORM, executed(first, "pay-1"));
        }
        sample.must(SYSTEM, new SystemCommand.SettleRecall(first));
        assertThat(Cases.ledger(sample))
                .isEqualTo(
                        done
                                ? "EXECUTED 100.00, ORDERED 5.00"
                                : "CANCELLED 100.00, ORDERED 5.00, ORDERED 40.00, ORDERED 60.00");
    }

    @Test
    void theDecisionOfAnAppealComesInThePlaceOfWhatWasSettled() {
        Cases sample = Cases.triaged()
                .must(AGENT, new RemedyCommand.OrderRemedy(Cases.refund("50.00"), null))
                .must(AGENT, Cases.decide());
        UUID settled = sample.last(Part.Remedy.class);
        appealed(sample)
                .underWay(settled)
                .must(SUPERVISOR, ruling(sample, AppealOutcome.CHANGED, Cases.refund("30.00"), later("70.00")));
        assertThat(Cases.ledger(sample)).isEqualTo("RECALLED 50.00, ORDERED 50.00");
        sample.must(SYSTEM, new SystemCommand.SettleRecall(settled));
        assertThat(Cases.ledger(sample)).isEqualTo("CANCELLED 50.00, ORDERED 50.00, ORDERED 20.00, ORDERED 30.00");
    }

    @Test
    void anUpheldDecisionLeavesWhatWasSettled() {
        Cases sample = Cases.triaged()
                .must(AGENT, new RemedyCommand.OrderRemedy(Cases.refund("50.00"), null))
                .must(AGENT, Cases.decide());
        appealed(sample).must(SUPERVISOR, ruling(sample, AppealOutcome.UPHELD));
        assertThat(Cases.ledger(sample)).isEqualTo("ORDERED 50.00");
    }

    @Test
    void aWindowThatClosedBeforeItWasDoneAnewConfirmsNothing() {
        Cases sample = Cases.decided(Cases.refund(LATER));
        UUID remedy = sample.last(Part.Remedy.class);
        Instant firstWindow = START.plus(Duration.ofDays(3));
        sample.must(PLATFORM, executed(remedy, "pay-1"))
                .after(Duration.ofDays(3))
                .must(COMPLAINANT, new RemedyCommand.DisputeRemedy(remedy, "nothing came"))
                .after(Duration.ofDays(1))
                .must(PLATFORM, executed(remedy, "pay-2"))
                .must(SYSTEM, new SystemCommand.LapseConfirmation(remedy, firstWindow));
        assertThat(Cases.ledger(sample)).isEqualTo("EXECUTED 100.00");
        sample.must(SYSTEM, new SystemCommand.LapseConfirmation(remedy, firstWindow.plus(Duration.ofDays(4))));
        assertThat(Cases.ledger(sample)).isEqualTo("CONFIRMED 100.00");
    }

    @Test
    void aDisputedExecutionIsNotDoneAnewByTellingItWithoutAReference() {
        Cases sample = Cases.decided(Cases.refund(DAY));
        UUID remedy = sample.last(Part.Remedy.class);
        var told = new RemedyCommand.ExecuteRemedy(remedy, null, null, null);
        sample.must(PLATFORM, told)
                .must(COMPLAINANT, new RemedyCommand.DisputeRemedy(remedy, "nothing came"))
                .must(PLATFORM, told);
        assertThat(Cases.ledger(sample)).isEqualTo("DISPUTED 100.00");
        sample.must(PLATFORM, executed(remedy, "pay-1"));
        assertThat(Cases.ledger(sample)).isEqualTo("EXECUTED 100.00");
    }

    @Test
    void staffSayWhatProvesAnExecution() {
        Cases sample = Cases.decided(Cases.refund(DAY));
        UUID remedy = sample.last(Part.Remedy.class);
        sample.mustNot(AGENT, new RemedyCommand.ExecuteRemedy(remedy, null, null, null), Refusal.PROOF_REQUIRED)
                .mustNot(AGENT, new RemedyCommand.ExecuteRemedy(remedy, null, null, " "), Refusal.PROOF_REQUIRED)
                .must(AGENT, new RemedyCommand.ExecuteRemedy(remedy, null, null, "sent by post, slip 7"));
    }

    @Test
    void nothingIsOrderedBeforeTheCaseWasJudged() {
        var order = new RemedyCommand.OrderRemedy(Cases.coupon(DAY), null);
        Cases.filed().must(AGENT, Cases.request()).mustNot(AGENT, order, Refusal.NOT_TRIAGED);
    }

    @Test
    void whatAnAppealDecidedIsNotDecidedAnewByWhoDecidedFirst() {
        Cases sample = Cases.decided();
        appealed(sample).must(SUPERVISOR, ruling(sample, AppealOutcome.CHANGED, Cases.refund(DAY)));
        UUID remedy = sample.last(Part.Remedy.class);
        sample.must(PLATFORM, executed(remedy, "pay-1"))
                .must(COMPLAINANT, new RemedyCommand.DisputeRemedy(remedy, "nothing came"));
        assertThat(sample.status()).isEqualTo(ComplaintStatus.TRIAGED);
        sample.mustNot(AGENT, Cases.decide(), Refusal.DECIDED_BEFORE).must(SUPERVISOR, Cases.decide());
    }

    @Test
    void whoRevokedADecisionDoesNotDecideTheNextAppeal() {
        Cases sample = Cases.decided();
        appealed(sample).must(SUPERVISOR, ruling(sample, AppealOutcome.REVOKED));
        sample.must(ANOTHER, Cases.decide());
        appealed(sample).mustNot(SUPERVISOR, ruling(sample, AppealOutcome.UPHELD), Refusal.DECIDED_BEFORE);
    }

    private static RemedyCommand.ExecuteRemedy executed(UUID remedy, String reference) {
        return new RemedyCommand.ExecuteRemedy(remedy, reference, null, null);
    }

    private static RemedyOrder later(String amount) {
        return new RemedyOrder(RemedyType.REFUND, amount, "CNY", LATER);
    }
}
