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

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.OfferOutcome;
import org.redress.contract.intake.RemedyExecuted;
import org.redress.contract.intake.RemedyOfferEnded;
import org.redress.contract.intake.RemedyType;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.service.money.MoneyText;

/** Offers, orders under way, recalls and what is set off (R35, R50). */
class RemedyLifecycleTest {
    private static final Instant DAY = START.plus(Duration.ofDays(1));
    private static final Instant SOON = START.plus(Duration.ofHours(1));
    private static final Actor ANOTHER = new Actor(ActorRole.AGENT, "agent-9");

    private static OfferCommand.OfferRemedy offer(String amount) {
        return new OfferCommand.OfferRemedy(Cases.refund(amount), SOON, "would this do?");
    }

    private static RemedyCommand.ExecuteRemedy executed(UUID remedy, String reference) {
        var receipt = new Part.Receipt(START, "ab".repeat(32));
        return new RemedyCommand.ExecuteRemedy(remedy, reference, receipt, null);
    }

    @Test
    void anAcceptedOfferOrdersItsRemedyAndTheCaseGoesOn() {
        Cases sample = Cases.triaged().must(AGENT, offer("60.00"));
        UUID offer = sample.last(Part.Offer.class);
        sample.must(COMPLAINANT, new OfferCommand.AcceptOffer(offer, null));
        assertThat(sample.told()).containsExactly("RemedyOffered", "RemedyOfferEnded", "RemedyOrdered");
        assertThat(sample.events().get(1))
                .isInstanceOfSatisfying(
                        RemedyOfferEnded.class,
                        event -> assertThat(event.remedyId()).isEqualTo(sample.last(Part.Remedy.class)));
        assertThat(sample.status()).isEqualTo(ComplaintStatus.TRIAGED);
        assertThat(Cases.ledger(sample)).isEqualTo("ORDERED 60.00");
        sample.mustNot(COMPLAINANT, new OfferCommand.AcceptOffer(offer, null), Refusal.ENDED)
                .mustNot(COMPLAINANT, new OfferCommand.RefuseOffer(offer, null), Refusal.ENDED);
    }

    @Test
    void aTokenOfferIsRefusedAndTheCaseGoesOn() {
        var coupon = new OfferCommand.OfferRemedy(Cases.coupon(DAY), SOON, "a coupon?");
        Cases sample = Cases.triaged().must(PLATFORM, coupon).mustNot(AGENT, coupon, Refusal.OFFER_OPEN);
        sample.must(COMPLAINANT, new OfferCommand.RefuseOffer(sample.last(Part.Offer.class), "my money"))
                .must(AGENT, coupon)
                .must(PLATFORM, new OfferCommand.WithdrawOffer(sample.last(Part.Offer.class), "by mistake"));
        assertThat(sample.now().all(Part.Remedy.class)).isEmpty();
        assertThat(outcomes(sample)).containsExactly(OfferOutcome.REFUSED, OfferOutcome.WITHDRAWN);
        sample.must(AGENT, Cases.decide(Cases.refund(DAY)));
    }

    @Test
    void anOfferEndsWithItsTimeWithADecisionAndWithAWithdrawal() {
        Cases late = Cases.triaged().must(AGENT, offer("60.00")).after(Duration.ofHours(2));
        UUID offer = late.last(Part.Offer.class);
        late.mustNot(COMPLAINANT, new OfferCommand.AcceptOffer(offer, null), Refusal.ENDED)
                .must(SYSTEM, new SystemCommand.LapseOffer(offer))
                .must(SYSTEM, new SystemCommand.LapseOffer(offer));
        assertThat(outcomes(late)).containsExactly(OfferOutcome.LAPSED);
        Cases decided = Cases.triaged().must(AGENT, offer("60.00")).must(AGENT, Cases.decide());
        assertThat(outcomes(decided)).containsExactly(OfferOutcome.OVERTAKEN);
        Cases withdrawn = Cases.triaged().must(AGENT, offer("60.00")).must(COMPLAINANT, new EndCommand.Withdraw(null));
        assertThat(outcomes(withdrawn)).containsExactly(OfferOutcome.OVERTAKEN);
        Cases early = Cases.triaged().must(AGENT, offer("60.00"));
        early.must(SYSTEM, new SystemCommand.LapseOffer(early.last(Part.Offer.class)));
        assertThat(early.now().open(Part.Offer.class)).hasSize(1);
    }

    private static List<OfferOutcome> outcomes(Cases sample) {
        return sample.events().stream()
                .filter(RemedyOfferEnded.class::isInstance)
                .map(event -> ((RemedyOfferEnded) event).outcome())
                .toList();
    }

    @Test
    void anOfferLeavesTimeToCarryItOut() {
        var tooLate = new OfferCommand.OfferRemedy(Cases.refund(SOON), SOON, null);
        var past = new OfferCommand.OfferRemedy(Cases.refund(DAY), START, null);
        Cases.triaged().mustNot(AGENT, tooLate, Refusal.OFFER_UNTIL).mustNot(AGENT, past, Refusal.OFFER_UNTIL);
        Cases.filed().must(AGENT, Cases.request()).mustNot(AGENT, offer("1.00"), Refusal.NOT_TRIAGED);
    }

    @Test
    void theSameRemedyIsOrderedOnce() {
        var order = new RemedyCommand.OrderRemedy(Cases.refund("30.00"), null);
        Cases sample = Cases.triaged().must(AGENT, order).mustNot(AGENT, order, Refusal.SAME_REMEDY_OPEN);
        UUID first = sample.last(Part.Remedy.class);
        sample.mustNot(AGENT, offer("30.00"), Refusal.SAME_REMEDY_OPEN)
                .mustNot(AGENT, Cases.decide(Cases.refund("30.00")), Refusal.REMEDY_TWICE)
                .mustNot(AGENT, Cases.decide(Cases.refund("9.00"), Cases.refund("9.00")), Refusal.REMEDY_TWICE)
                .must(PLATFORM, executed(first, "pay-1"))
                .mustNot(AGENT, order, Refusal.SAME_REMEDY_OPEN)
                .must(COMPLAINANT, new RemedyCommand.ConfirmRemedy(first, null))
                .must(AGENT, order);
    }

    @Test
    void noMoreIsRefundedThanWasPaid() {
        Cases sample = Cases.triaged()
                .refundable("100.00")
                .must(AGENT, new RemedyCommand.OrderRemedy(Cases.refund("60.00"), null))
                .mustNot(AGENT, new RemedyCommand.OrderRemedy(Cases.refund("40.01"), null), Refusal.MORE_THAN_PAID)
                .mustNot(AGENT, offer("40.01"), Refusal.MORE_THAN_PAID)
                .mustNot(AGENT, Cases.decide(Cases.refund("41.00")), Refusal.REMEDIES_MORE_THAN_PAID)
                .must(AGENT, new RemedyCommand.OrderRemedy(Cases.coupon(DAY), null))
                .must(AGENT, Cases.decide(Cases.refund("40.00")));
        assertThat(Cases.ledger(sample)).isEqualTo("ORDERED 60.00, ORDERED 5.00, ORDERED 40.00");
    }

    @Test
    void aPlatformMayTellAnExecutionTwiceAndADisputedOneStaysDisputed() {
        Cases sample = Cases.decided(Cases.refund(DAY));
        UUID remedy = sample.last(Part.Remedy.class);
        sample.must(PLATFORM, executed(remedy, "pay-1")).must(PLATFORM, executed(remedy, "pay-1"));
        assertThat(sample.told()).containsOnlyOnce("RemedyExecuted");
        assertThat(sample.events().get(2))
                .isInstanceOfSatisfying(
                        RemedyExecuted.class,
                        event -> assertThat(event.receiptSha256()).isEqualTo("ab".repeat(32)));
        sample.mustNot(PLATFORM, executed(remedy, "pay-2"), Refusal.ENDED)
                .mustNot(AGENT, executed(remedy, "pay-1"), Refusal.ENDED)
                .must(COMPLAINANT, new RemedyCommand.DisputeRemedy(remedy, "nothing came"))
                .must(PLATFORM, executed(remedy, "pay-1"));
        assertThat(Cases.ledger(sample)).isEqualTo("DISPUTED 100.00");
        sample.must(PLATFORM, executed(remedy, "pay-2"))
                .must(COMPLAINANT, new RemedyCommand.ConfirmRemedy(remedy, null));
        sample.must(PLATFORM, executed(remedy, "pay-2"));
        assertThat(Cases.ledger(sample)).isEqualTo("CONFIRMED 100.00");
    }

    @Test
    void whatThePlatformMayBeDoingIsNotDoneByHand() {
        Cases sample = Cases.decided(Cases.refund(DAY));
        UUID remedy = sample.last(Part.Remedy.class);
        sample.underWay(remedy)
                .mustNot(AGENT, executed(remedy, "by hand"), Refusal.ORDER_UNDER_WAY)
                .underWay()
                .must(AGENT, executed(remedy, "by hand"));
    }

    @Test
    void aRecallEndsAsThePlatformSays() {
        var cancel = "wrong account";
        Cases left = Cases.decided(Cases.refund(DAY));
        UUID remedy = left.last(Part.Remedy.class);
        left.underWay(remedy)
                .must(AGENT, new RemedyCommand.CancelRemedy(remedy, cancel))
                .mustNot(AGENT, new RemedyCommand.CancelRemedy(remedy, cancel), Refusal.ENDED)
                .mustNot(AGENT, new RemedyCommand.OrderRemedy(Cases.refund("7.00"), null), Refusal.RECALL_OPEN)
                .mustNot(COMPLAINANT, new EndCommand.Close(null), Refusal.REMEDY_OPEN)
                .must(SYSTEM, new SystemCommand.SettleRecall(remedy))
                .must(SYSTEM, new SystemCommand.SettleRecall(remedy));
        assertThat(left.told()).endsWith("RemedyRecalled", "RemedyCancelled");
        Cases done = Cases.decided(Cases.refund(DAY));
        done.underWay(remedy)
                .must(AGENT, new RemedyCommand.CancelRemedy(remedy, cancel))
                .must(PLATFORM, executed(remedy, "pay-1"))
                .must(SYSTEM, new SystemCommand.SettleRecall(remedy));
        assertThat(Cases.ledger(done)).isEqualTo("EXECUTED 100.00");
    }

    @Test
    void whatWasCarriedOutIsSetOffAgainstTheDecisionOfAnAppeal() {
        Cases sample = Cases.decided(Cases.refund("60.00"), Cases.coupon(DAY));
        UUID first = sample.now().all(Part.Remedy.class).get(0).id();
        sample.must(PLATFORM, executed(first, "pay-1"));
        appealed(sample).must(SUPERVISOR, ruling(sample, AppealOutcome.CHANGED, Cases.refund("100.00")));
        assertThat(Cases.ledger(sample)).isEqualTo("EXECUTED 60.00, CANCELLED 5.00, ORDERED 40.00");
    }

    @Test
    void whatIsDueIsNotOrderedTwiceHoweverManyAppealsThereAre() {
        Cases sample = Cases.decided(Cases.refund("60.00"));
        UUID first = sample.last(Part.Remedy.class);
        appealed(sample).must(SUPERVISOR, ruling(sample, AppealOutcome.UPHELD));
        sample.must(PLATFORM, executed(first, "pay-1"));
        appealed(sample).at(org.redress.contract.Tier.SPECIAL_TEAM, "agent-9");
        sample.must(ANOTHER, ruling(sample, AppealOutcome.CHANGED, Cases.refund("60.00"), Cases.refund("45.50")));
        assertThat(Cases.ledger(sample)).isEqualTo("EXECUTED 60.00, ORDERED 45.50");
    }

    @Test
    void whatAnUpheldDecisionOrderedIsTakenBackWithIt() {
        Cases sample = Cases.decided(Cases.refund("60.00"));
        appealed(sample).must(SUPERVISOR, ruling(sample, AppealOutcome.UPHELD));
        appealed(sample).at(org.redress.contract.Tier.SPECIAL_TEAM, "agent-9");
        sample.must(ANOTHER, ruling(sample, AppealOutcome.CHANGED, Cases.refund("100.00")));
        assertThat(Cases.ledger(sample)).isEqualTo("CANCELLED 60.00, ORDERED 100.00");
    }

    @Test
    void whatIsDecidedAnewAfterARevocationCountsWhatCame() {
        Cases sample = Cases.decided(Cases.refund("60.00"));
        sample.must(PLATFORM, executed(sample.last(Part.Remedy.class), "pay-1"));
        appealed(sample).must(SUPERVISOR, ruling(sample, AppealOutcome.REVOKED));
        sample.must(ANOTHER, Cases.decide(Cases.refund("50.00")));
        assertThat(Cases.ledger(sample)).isEqualTo("EXECUTED 60.00");
    }

    @Test
    void aDecisionWithoutAnAppealGrantsBesideWhatCame() {
        Cases sample = Cases.decided(Cases.refund("60.00"));
        UUID first = sample.last(Part.Remedy.class);
        sample.must(PLATFORM, executed(first, "pay-1"))
                .must(COMPLAINANT, new RemedyCommand.ConfirmRemedy(first, null))
                .must(COMPLAINANT, new EndCommand.Close(null))
                .must(COMPLAINANT, new EndCommand.Reopen("and the fee"))
                .must(AGENT, Cases.decide(Cases.refund("50.00")));
        assertThat(Cases.ledger(sample)).isEqualTo("CONFIRMED 60.00, ORDERED 50.00");
    }

    /** Whether the platform had done it or not, exactly what the new decision grants is paid in the end. */
    @ParameterizedTest
    @CsvSource({
        "100.00, 120.00, true, 'EXECUTED 100.00, ORDERED 20.00'",
        "100.00, 120.00, false, 'CANCELLED 100.00, ORDERED 20.00, ORDERED 100.00'",
        "100.00, 60.00, true, EXECUTED 100.00",
        "100.00, 60.00, false, 'CANCELLED 100.00, ORDERED 60.00'"
    })
    void whatIsTakenBackCountsUntilThePlatformHasSpoken(String old, String granted, boolean done, String ledger) {
        Cases sample = Cases.decided(Cases.refund(old));
        UUID first = sample.last(Part.Remedy.class);
        appealed(sample).underWay(first).must(SUPERVISOR, ruling(sample, AppealOutcome.CHANGED, Cases.refund(granted)));
        if (done) {
            sample.must(PLATFORM, executed(first, "pay-1"));
        } else {
            sample.must(SYSTEM, new SystemCommand.SettleRecall(first));
        }
        sample.must(SYSTEM, new SystemCommand.SettleRecall(first));
        assertThat(Cases.ledger(sample)).isEqualTo(ledger);
    }

    @Test
    void goodsAreNotDeliveredTwice() {
        var redeliver = new RemedyOrder(RemedyType.REDELIVER, null, null, DAY);
        Cases sample = Cases.decided(redeliver);
        sample.must(PLATFORM, executed(sample.last(Part.Remedy.class), "gd-1"));
        appealed(sample).must(SUPERVISOR, ruling(sample, AppealOutcome.CHANGED, redeliver, Cases.refund("10.00")));
        assertThat(Cases.ledger(sample)).isEqualTo("EXECUTED null, ORDERED 10.00");
    }

    @ParameterizedTest
    @CsvSource({
        "100, CNY, 100.00",
        "100.5, CNY, 100.50",
        "0.01, CNY, 0.01",
        "0.001, CNY, ",
        "1.000, CNY, ",
        "0, CNY, ",
        "0.00, CNY, ",
        "-1, CNY, ",
        "1e3, CNY, ",
        "'1,00', CNY, ",
        "' 1', CNY, ",
        "１００, CNY, ",
        "1234567890123, CNY, ",
        "100, JPY, 100",
        "100.00, JPY, 100",
        "100.50, JPY, ",
        "1.234, KWD, 1.234",
        "1.2345, KWD, ",
        "1, XXX, "
    })
    void anAmountIsExactInItsCurrency(String text, String currency, String read) {
        assertThat(MoneyText.amountOf(text, Currency.getInstance(currency))
                        .map(value -> new Amount(value, Currency.getInstance(currency)))
                        .map(Amount::text)
                        .orElse(null))
                .isEqualTo(read);
    }

    @Test
    void sumsAreExact() {
        Amount sum = Arrays.stream("0.10 0.20 99999999999.99".split(" "))
                .map(text -> new Amount(new BigDecimal(text), Currency.getInstance("CNY")))
                .reduce(Amount::plus)
                .orElseThrow();
        assertThat(sum.value()).isEqualTo(new BigDecimal("100000000000.29"));
    }
}
