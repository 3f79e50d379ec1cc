package org.redress.intake.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.EvidenceKind;
import org.redress.contract.intake.RemedyType;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.lifecycle.LifecycleTable.Cell;

class LifecycleTableTest {
    private static final Path PAGE = Path.of("..", "docs", "api", "lifecycle.md");
    private static final Instant SOON = Cases.START.plus(Duration.ofHours(1));
    private static final UUID PART = new UUID(9, 9);

    static Stream<Arguments> everyPair() {
        return Arrays.stream(Act.values())
                .filter(act -> act != Act.TRIAGE)
                .flatMap(act -> Arrays.stream(ComplaintStatus.values()).map(status -> Arguments.of(act, status)));
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("everyPair")
    void aCommandDoesWhatTheTableSays(Act act, ComplaintStatus status) {
        Cases sample = prepared(act, Cases.in(status));
        Actor by = hand(act);
        Cell cell = LifecycleTable.cell(act, status);
        if (cell instanceof Cell.Refused refused) {
            sample.mustNot(by, command(act, sample), refused.why());
        } else {
            sample.must(by, command(act, sample));
            assertThat(((Cell.Accepted) cell).leadsTo()).contains(sample.status());
        }
    }

    @ParameterizedTest(name = "{0} when {1}")
    @MethodSource("everyPair")
    void nobodyElseMayGiveIt(Act act, ComplaintStatus status) {
        for (ActorRole role : ActorRole.values()) {
            if (!LifecycleTable.who(act).contains(role)) {
                Cases sample = prepared(act, Cases.in(status));
                sample.mustNot(new Actor(role, "x"), command(act, sample), Refusal.NOT_FOR_THIS_ROLE);
            }
        }
    }

    @Test
    void everyCommandAndEveryStatusIsInTheTable() {
        assertThat(LifecycleTable.asText().stream().skip(1).map(row -> row.get(0)))
                .containsExactlyElementsOf(
                        Arrays.stream(Act.values()).map(Act::wire).toList());
        assertThat(LifecycleTable.asText())
                .allSatisfy(row -> assertThat(row).hasSize(ComplaintStatus.values().length + 2));
        assertThat(LifecycleTable.asText().get(0).subList(1, ComplaintStatus.values().length + 1))
                .containsExactlyElementsOf(
                        Arrays.stream(ComplaintStatus.values()).map(Enum::name).toList());
    }

    @Test
    void everyStatusCanBeReachedAndEveryOpenOneLeft() {
        Set<ComplaintStatus> reached = everyPair()
                .map(pair -> LifecycleTable.cell((Act) pair.get()[0], (ComplaintStatus) pair.get()[1]))
                .filter(Cell.Accepted.class::isInstance)
                .flatMap(cell -> ((Cell.Accepted) cell).leadsTo().stream())
                .collect(Collectors.toSet());
        assertThat(reached).containsExactlyInAnyOrder(ComplaintStatus.values());
    }

    @Test
    void theDocumentedTableIsThisOne() throws IOException {
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as("put this into %s:%n%s", PAGE, asMarkdown())
                .contains(asMarkdown());
    }

    private static String asMarkdown() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : LifecycleTable.asText()) {
            lines.add("| " + String.join(" | ", row) + " |");
            if (lines.size() == 1) {
                lines.add("|" + "---|".repeat(row.size()));
            }
        }
        return String.join("\n", lines);
    }

    private static Actor hand(Act act) {
        Set<ActorRole> who = LifecycleTable.who(act);
        if (act == Act.CLOSE) {
            return Cases.COMPLAINANT;
        }
        return Stream.of(Cases.SYSTEM, Cases.SUPERVISOR, Cases.COMPLAINANT, Cases.MERCHANT, Cases.PLATFORM)
                .filter(actor -> who.contains(actor.role()))
                .findFirst()
                .orElseThrow();
    }

    /** The case with what the command is about. */
    private static Cases prepared(Act act, Cases sample) {
        return switch (act) {
            case EXECUTE_REMEDY, CANCEL_REMEDY -> sample.having(remedy(sample, RemedyState.ORDERED));
            case ACCEPT_OFFER, REFUSE_OFFER, WITHDRAW_OFFER -> sample.having(offer());
            case LAPSE_OFFER -> sample.having(offer()).after(Duration.ofHours(2));
            case SETTLE_RECALL -> sample.having(remedy(sample, RemedyState.RECALLED));
            case OVERDUE_REMEDY ->
                sample.having(remedy(sample, RemedyState.ORDERED)).after(Duration.ofHours(2));
            case CONFIRM_REMEDY, DISPUTE_REMEDY, LAPSE_CONFIRMATION ->
                sample.having(remedy(sample, RemedyState.EXECUTED));
            case REFUSE_SETTLEMENT -> sample.having(remedy(sample, RemedyState.ORDERED));
            case RELEASE_EVIDENCE ->
                sample.having(
                        new Part.Evidence(PART, 1, EvidenceKind.STATEMENT, "ab".repeat(32), Cases.START, true, 0));
            case REPLY_AS_MERCHANT -> sample.having(new Waiting.MerchantQuestion(PART, "m-7", SOON, Cases.START, null));
            case KEEP_COMMITMENT -> sample.having(new Waiting.Commitment(PART, "agent-1", SOON, Cases.START, null));
            case ANSWER_REFERRAL, WITHDRAW_REFERRAL ->
                sample.having(new Waiting.Referral(PART, Cases.BODY, null, null, Cases.START, null, null));
            case LAPSE_SUPPLEMENT -> sample.after(Duration.ofDays(3));
            case LAPSE_APPEAL -> sample.after(Duration.ofDays(30));
            default -> sample;
        };
    }

    private static Part remedy(Cases sample, RemedyState state) {
        UUID decision = sample.now().standingDecision().map(Part.Decision::id).orElse(null);
        return new Part.Remedy(
                PART, decision, RemedyType.COUPON, "5.00", "CNY", SOON, state, Cases.START, null, null, null);
    }

    private static Part offer() {
        Instant due = SOON.plusSeconds(1);
        return new Part.Offer(PART, RemedyType.COUPON, "5.00", "CNY", due, SOON, Cases.START, null, null, null);
    }

    private static Command command(Act act, Cases sample) {
        UUID appeal = sample.now().last(Part.Appeal.class).map(Part.Appeal::id).orElse(PART);
        return switch (act) {
            case TRIAGE -> throw new IllegalArgumentException("triage is an event");
            case ADD_EVIDENCE ->
                new MaterialsCommand.AddEvidence(
                        PART, EvidenceKind.CHAT, "image/png", 10, "ab".repeat(32), "cd".repeat(32), null);
            case RELEASE_EVIDENCE -> new MaterialsCommand.ReleaseEvidence(PART, 1, "it bears on the decision");
            case POST_MESSAGE -> new ContactCommand.PostMessage(ActorRole.COMPLAINANT, null, "hello");
            case RESPOND -> new ContactCommand.Respond(false, "we look into it");
            case REQUEST_MATERIALS -> Cases.request();
            case SUPPLEMENT -> new MaterialsCommand.Supplement(Set.of("1", "2"), null);
            case ASK_MERCHANT -> new MerchantCommand.AskMerchant(SOON, "what happened?");
            case REPLY_AS_MERCHANT -> new MerchantCommand.ReplyAsMerchant("delivered");
            case COMMIT -> new ContactCommand.Commit(SOON, "I call you");
            case KEEP_COMMITMENT -> new ContactCommand.KeepCommitment(PART, null);
            case URGE -> new ContactCommand.Urge(null, "hurry");
            case WITHDRAW -> new EndCommand.Withdraw(null);
            case OFFER_REMEDY -> new OfferCommand.OfferRemedy(Cases.coupon(SOON.plusSeconds(1)), SOON, "a coupon?");
            case ACCEPT_OFFER -> new OfferCommand.AcceptOffer(PART, null);
            case REFUSE_OFFER -> new OfferCommand.RefuseOffer(PART, "a coupon is no refund");
            case WITHDRAW_OFFER -> new OfferCommand.WithdrawOffer(PART, "by mistake");
            case DECIDE -> Cases.decide();
            case ORDER_REMEDY -> new RemedyCommand.OrderRemedy(Cases.refund(SOON), "goodwill");
            case EXECUTE_REMEDY -> new RemedyCommand.ExecuteRemedy(PART, "pay-1", null, null);
            case CONFIRM_REMEDY -> new RemedyCommand.ConfirmRemedy(PART, null);
            case DISPUTE_REMEDY -> new RemedyCommand.DisputeRemedy(PART, "nothing came");
            case CANCEL_REMEDY -> new RemedyCommand.CancelRemedy(PART, "by mistake");
            case REFUSE_SETTLEMENT -> new DecisionCommand.RefuseSettlement("a coupon is no refund");
            case APPEAL -> new AppealCommand.Appeal(null, "unfair");
            case DECIDE_APPEAL ->
                new AppealCommand.DecideAppeal(
                        appeal, AppealOutcome.UPHELD, DecisionOutcome.SUPPORTED, List.of("R"), List.of(), "right");
            case WITHDRAW_APPEAL -> new AppealCommand.WithdrawAppeal(appeal, null);
            case REFER -> new ReferralCommand.Refer(Cases.BODY, null, SOON, null);
            case ANSWER_REFERRAL -> new ReferralCommand.AnswerReferral(PART, "SETTLED", null, null);
            case WITHDRAW_REFERRAL -> new ReferralCommand.WithdrawReferral(PART, "settled directly");
            case CLOSE -> new EndCommand.Close(null);
            case REOPEN -> new EndCommand.Reopen("it came back");
            case RATE -> new EndCommand.Rate(5, 1, null);
            case LAPSE_SUPPLEMENT -> new SystemCommand.LapseSupplement();
            case LAPSE_APPEAL -> new SystemCommand.LapseAppeal();
            case LAPSE_CONFIRMATION -> new SystemCommand.LapseConfirmation(PART, SOON);
            case OVERDUE_REMEDY -> new SystemCommand.OverdueRemedy(PART);
            case LAPSE_OFFER -> new SystemCommand.LapseOffer(PART);
            case SETTLE_RECALL -> new SystemCommand.SettleRecall(PART);
            case SETTLE_BY_RULE -> new SystemCommand.SettleByRule("FAST", Cases.refund(SOON), "settled by rule");
        };
    }

    @Test
    void theTiersGoUpToThePanel() {
        assertThat(Standing.above(Tier.JUNIOR)).contains(Tier.SENIOR);
        assertThat(Standing.above(Tier.MEDIATION_PANEL)).isEmpty();
    }
}
