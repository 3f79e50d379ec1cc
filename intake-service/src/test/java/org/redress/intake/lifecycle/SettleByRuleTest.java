package org.redress.intake.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.intake.lifecycle.Cases.AGENT;
import static org.redress.intake.lifecycle.Cases.COMPLAINANT;
import static org.redress.intake.lifecycle.Cases.START;
import static org.redress.intake.lifecycle.Cases.SUPERVISOR;
import static org.redress.intake.lifecycle.Cases.SYSTEM;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.contract.Tier;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.DecisionIssued;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.ComplaintStatus;

/** A micro-claim settled by rule (R55). */
class SettleByRuleTest {
    private static final SystemCommand.SettleByRule SETTLE =
            new SystemCommand.SettleByRule("FAST", Cases.refund(START.plus(Duration.ofDays(1))), "refunded by rule");

    @Test
    void itIsADecisionWithARemedyAndAnOpenAppeal() {
        Cases settled = Cases.triaged().must(SYSTEM, SETTLE);
        assertThat(settled.status()).isEqualTo(ComplaintStatus.DECIDED);
        assertThat(settled.told()).containsExactly("DecisionIssued", "RemedyOrdered");
        DecisionIssued decision = (DecisionIssued) settled.events().get(0);
        assertThat(decision.basis()).containsExactly("FAST");
        assertThat(decision.by()).isEqualTo(SYSTEM);
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.SUPPORTED);
        settled.must(COMPLAINANT, new AppealCommand.Appeal(null, "I also lost a coupon"));
        UUID appeal = settled.last(Part.Appeal.class);
        settled.at(Tier.SENIOR, "senior-1")
                .must(
                        SUPERVISOR,
                        new AppealCommand.DecideAppeal(
                                appeal,
                                AppealOutcome.UPHELD,
                                DecisionOutcome.SUPPORTED,
                                List.of("R"),
                                List.of(),
                                "right"));
    }

    @Test
    void settledAgainNothingHappens() {
        Cases settled = Cases.triaged().must(SYSTEM, SETTLE).must(SYSTEM, SETTLE);
        assertThat(settled.told()).containsExactly("DecisionIssued", "RemedyOrdered");
    }

    @Test
    void whatTheComplainantDidMeanwhileDoesNotStandInTheWay() {
        Cases.triaged()
                .must(
                        COMPLAINANT,
                        new MaterialsCommand.AddEvidence(
                                new UUID(9, 9),
                                EvidenceKind.CHAT,
                                "image/png",
                                10,
                                "ab".repeat(32),
                                "cd".repeat(32),
                                null))
                .must(COMPLAINANT, new ContactCommand.Urge(null, "hurry"))
                .must(SYSTEM, SETTLE);
    }

    static Stream<Command> aPersonsActs() {
        return Stream.of(
                new ContactCommand.Commit(START.plus(Duration.ofHours(1)), "I call you"),
                new MerchantCommand.AskMerchant(START.plus(Duration.ofHours(1)), "what happened?"),
                new RemedyCommand.OrderRemedy(Cases.coupon(START.plus(Duration.ofHours(1))), "goodwill"),
                Cases.request(),
                Cases.decide());
    }

    @ParameterizedTest
    @MethodSource("aPersonsActs")
    void aCaseThatAPersonTookInHandIsLeftToThem(Command act) {
        Cases sample = Cases.triaged().must(AGENT, act);
        Case before = sample.now();
        sample.must(SYSTEM, SETTLE);
        assertThat(sample.now()).isEqualTo(before);
    }

    @Test
    void aCaseThatWasReopenedIsNotSettledAnew() {
        Cases reopened = Cases.closed().must(COMPLAINANT, new EndCommand.Reopen("it came back"));
        Case before = reopened.now();
        reopened.must(SYSTEM, SETTLE);
        assertThat(reopened.now()).isEqualTo(before);
    }

    @Test
    void whatIsMoreThanWasPaidIsLeftToAPerson() {
        assertThat(Cases.triaged().refundable("99.99").must(SYSTEM, SETTLE).events())
                .isEmpty();
        assertThat(Cases.triaged().refundable("100.00").must(SYSTEM, SETTLE).status())
                .isEqualTo(ComplaintStatus.DECIDED);
    }

    @Test
    void aRemedyThatWouldBeDueAlreadyIsNotOrdered() {
        Cases late = Cases.triaged().after(Duration.ofDays(2)).must(SYSTEM, SETTLE);
        assertThat(late.events()).isEmpty();
    }
}
