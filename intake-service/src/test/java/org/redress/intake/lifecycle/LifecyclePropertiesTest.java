package org.redress.intake.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;
import org.redress.contract.intake.AppealDecided;
import org.redress.contract.intake.AppealFiled;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.AppealWithdrawn;
import org.redress.contract.intake.ComplaintClosed;
import org.redress.contract.intake.ComplaintReopened;
import org.redress.contract.intake.ComplaintWithdrawn;
import org.redress.contract.intake.DecisionIssued;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.EvidenceKind;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.intake.MaterialsRequested;
import org.redress.contract.intake.MaterialsSupplemented;
import org.redress.intake.complaint.ComplaintStatus;

/** Whatever is commanded in whatever order, a case stays in order. Seeded; a failure names its seed. */
class LifecyclePropertiesTest {
    private static final int CASES = 3000;
    private static final int COMMANDS = 60;

    @Test
    void noSequenceOfCommandsBreaksACase() {
        Set<ComplaintStatus> seen = EnumSet.noneOf(ComplaintStatus.class);
        Set<Act> done = EnumSet.noneOf(Act.class);
        for (long seed = 0; seed < CASES; seed++) {
            live(seed, seen, done);
        }
        assertThat(seen).as("statuses met").containsExactlyInAnyOrder(ComplaintStatus.values());
        assertThat(done).as("commands carried out").hasSize(Act.values().length - 1);
    }

    private static void live(long seed, Set<ComplaintStatus> seen, Set<Act> done) {
        Random random = new Random(seed);
        Cases sample = random.nextInt(5) == 0 ? Cases.filed() : Cases.triaged();
        ComplaintStatus told = sample.status();
        for (int i = 0; i < COMMANDS; i++) {
            Case before = sample.now();
            Command command = command(random, sample);
            Outcome outcome = sample.give(hand(random, command.act()), command);
            String where = "seed " + seed + ", command " + i + ": " + command;
            if (outcome instanceof Outcome.Done result) {
                done.add(command.act());
                told = told(told, result, command, before);
                assertThat(result.events().isEmpty() && !mayRepeat(command))
                        .as("nothing is done in silence, %s", where)
                        .isFalse();
            } else {
                assertThat(sample.now()).as(where).isEqualTo(before);
            }
            inOrder(where, before, sample);
            assertThat(told).as("what the events tell, %s", where).isEqualTo(sample.status());
            seen.add(sample.status());
            if (random.nextInt(4) == 0) {
                sample.after(Duration.ofHours(random.nextInt(100)));
            }
            sample.underWay(sample.now().open(Part.Remedy.class).stream()
                    .filter(remedy -> remedy.state() == RemedyState.RECALLED || random.nextInt(3) == 0)
                    .map(Part::id)
                    .toArray(UUID[]::new));
            if (random.nextInt(10) == 0) {
                sample.at(oneOf(random, List.of(Tier.values())), "agent-" + random.nextInt(4));
            }
        }
    }

    /** What time brings about may come twice, and what a platform says. */
    private static boolean mayRepeat(Command command) {
        return command instanceof SystemCommand
                || command instanceof RemedyCommand.ExecuteRemedy
                || command instanceof MaterialsCommand.Supplement;
    }

    private static void inOrder(String where, Case before, Cases sample) {
        Case now = sample.now();
        ComplaintStatus status = now.status();
        boolean decided = EnumSet.of(ComplaintStatus.DECIDED, ComplaintStatus.UNDER_APPEAL, ComplaintStatus.CLOSED)
                .contains(status);
        assertThat(now.open(Waiting.MaterialsRequest.class))
                .as(where)
                .hasSize(status == ComplaintStatus.AWAITING_MATERIALS ? 1 : 0);
        assertThat(now.open(Part.Appeal.class)).as(where).hasSize(status == ComplaintStatus.UNDER_APPEAL ? 1 : 0);
        assertThat(now.open(Part.Decision.class)).as(where).hasSizeLessThanOrEqualTo(1);
        assertThat(now.open(Part.Decision.class).isEmpty() && decided).as(where).isFalse();
        assertThat(now.open(Waiting.MerchantQuestion.class)).as(where).hasSizeLessThanOrEqualTo(1);
        assertThat(now.all(Part.Appeal.class)).as(where).hasSizeLessThanOrEqualTo(Cases.RULES.appeals());
        assertThat(now.all(Waiting.MaterialsRequest.class))
                .as(where)
                .hasSizeLessThanOrEqualTo(Cases.RULES.supplementRounds());
        if (status == ComplaintStatus.CLOSED || status == ComplaintStatus.WITHDRAWN) {
            assertThat(now.open(Part.Remedy.class)).as(where).isEmpty();
            assertThat(now.open(Waiting.Referral.class))
                    .as(where)
                    .hasSizeLessThanOrEqualTo(before.status() == ComplaintStatus.CLOSED ? 1 : 0);
            assertThat(now.open(Waiting.Commitment.class)).as(where).isEmpty();
            assertThat(now.open(Part.Offer.class)).as(where).isEmpty();
        }
        assertThat(now.open(Part.Offer.class)).as(where).hasSizeLessThanOrEqualTo(decided ? 0 : 1);
        Set<UUID> ids = now.parts().stream().map(Part::id).collect(Collectors.toSet());
        assertThat(ids).as(where).hasSize(now.parts().size());
        assertThat(ids)
                .as(where)
                .containsAll(before.parts().stream().map(Part::id).toList());
        spacing(where, now);
    }

    private static void spacing(String where, Case now) {
        Instant last = Instant.EPOCH;
        for (Part.Urging urging : now.all(Part.Urging.class)) {
            assertThat(urging.urgedAt()).as(where).isAfterOrEqualTo(last.plus(Cases.RULES.urgeEvery()));
            last = urging.urgedAt();
        }
        Set<String> deciders = new HashSet<>();
        for (Part.Decision decision : now.all(Part.Decision.class)) {
            boolean first = deciders.add(String.valueOf(decision.decidedBy()));
            assertThat(first || decision.appealId() == null).as(where).isTrue();
        }
    }

    /** A second, plain account of where a case stands: what a reader of its events would think. */
    private static ComplaintStatus told(ComplaintStatus status, Outcome.Done result, Command command, Case before) {
        ComplaintStatus told = status;
        for (IntakeEvent event : result.events()) {
            if (event instanceof MaterialsRequested) {
                told = ComplaintStatus.AWAITING_MATERIALS;
            } else if (event instanceof MaterialsSupplemented supplied) {
                told = supplied.complete() ? before.atWork() : told;
            } else if (event instanceof DecisionIssued || event instanceof AppealWithdrawn) {
                told = ComplaintStatus.DECIDED;
            } else if (event instanceof AppealFiled) {
                told = ComplaintStatus.UNDER_APPEAL;
            } else if (event instanceof ComplaintReopened) {
                told = ComplaintStatus.TRIAGED;
            } else if (event instanceof ComplaintClosed) {
                told = ComplaintStatus.CLOSED;
            } else if (event instanceof ComplaintWithdrawn) {
                told = ComplaintStatus.WITHDRAWN;
            } else if (event instanceof AppealDecided decided) {
                assertThat(decided.outcome() == AppealOutcome.REVOKED).isEqualTo(decided.decisionId() == null);
            }
        }
        if (command instanceof AppealCommand && told == ComplaintStatus.DECIDED) {
            assertThat(result.after().open(Part.Remedy.class))
                    .as("what an appeal leaves behind, after %s", command)
                    .noneMatch(remedy -> remedy.state() == RemedyState.DISPUTED);
        }
        boolean lapsed = command instanceof SystemCommand.LapseSupplement
                && told == ComplaintStatus.AWAITING_MATERIALS
                && result.after().open(Waiting.MaterialsRequest.class).isEmpty();
        return lapsed ? before.atWork() : told;
    }

    private static Actor hand(Random random, Act act) {
        List<ActorRole> roles = List.copyOf(LifecycleTable.who(act));
        ActorRole role = random.nextInt(20) == 0 ? oneOf(random, List.of(ActorRole.values())) : oneOf(random, roles);
        return new Actor(role, role == ActorRole.AGENT ? "agent-" + random.nextInt(4) : role + "-" + random.nextInt(3));
    }

    private static <T> T oneOf(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static UUID some(Random random, Cases sample, Class<? extends Part> kind) {
        List<? extends Part> all = sample.now().all(kind);
        return all.isEmpty()
                ? new UUID(3, 3)
                : all.get(random.nextInt(all.size())).id();
    }

    private static RemedyOrder remedy(Random random, Instant due) {
        return random.nextBoolean() ? Cases.coupon(due) : Cases.refund(due);
    }

    private static Command command(Random random, Cases sample) {
        Instant due = sample.time().plus(Duration.ofHours(random.nextInt(60) - 3));
        RemedyOrder[] remedies = random.nextBoolean() ? new RemedyOrder[0] : new RemedyOrder[] {remedy(random, due)};
        UUID remedy = some(random, sample, Part.Remedy.class);
        UUID appeal = some(random, sample, Part.Appeal.class);
        return switch (random.nextInt(40)) {
            case 0 ->
                new MaterialsCommand.AddEvidence(
                        new UUID(4, random.nextInt(3)),
                        EvidenceKind.OTHER,
                        "a/b",
                        1,
                        "ab".repeat(32),
                        "cd".repeat(32),
                        null);
            case 39 -> new MaterialsCommand.ReleaseEvidence(new UUID(4, random.nextInt(3)), 1 + random.nextInt(2), "z");
            case 1 -> new ContactCommand.PostMessage(ActorRole.COMPLAINANT, null, "a");
            case 2 -> new ContactCommand.Respond(random.nextBoolean(), "b");
            case 3 -> new MaterialsCommand.RequestMaterials(Cases.request().items(), due, Set.of(), null);
            case 4 -> new MaterialsCommand.Supplement(Set.of("1", "2"), null);
            case 5 -> new MaterialsCommand.Supplement(Set.of(random.nextBoolean() ? "1" : "3"), null);
            case 6 -> new MerchantCommand.AskMerchant(due, "c");
            case 7 -> new MerchantCommand.ReplyAsMerchant("d");
            case 8 -> new ContactCommand.Commit(due, "e");
            case 9 -> new ContactCommand.KeepCommitment(some(random, sample, Waiting.Commitment.class), null);
            case 10 -> new ContactCommand.Urge(null, null);
            case 11 -> new EndCommand.Withdraw(random.nextInt(10) == 0 ? "f" : null);
            case 12, 13, 14 -> Cases.decide(remedies);
            case 15 -> new RemedyCommand.OrderRemedy(remedy(random, due), "g");
            case 16 -> new RemedyCommand.ExecuteRemedy(remedy, "pay-" + random.nextInt(3), null, null);
            case 17 -> new RemedyCommand.ConfirmRemedy(remedy, null);
            case 18 -> new RemedyCommand.DisputeRemedy(remedy, "h");
            case 19 -> new RemedyCommand.CancelRemedy(remedy, "i");
            case 20 -> new DecisionCommand.RefuseSettlement("j");
            case 21 -> new AppealCommand.Appeal(null, "k");
            case 22, 23 ->
                new AppealCommand.DecideAppeal(
                        appeal,
                        oneOf(random, List.of(AppealOutcome.values())),
                        DecisionOutcome.SUPPORTED,
                        List.of("R"),
                        List.of(remedies),
                        "l");
            case 24 -> new AppealCommand.WithdrawAppeal(appeal, null);
            case 25 -> new ReferralCommand.Refer(Cases.BODY, null, due, null);
            case 26 ->
                new ReferralCommand.AnswerReferral(some(random, sample, Waiting.Referral.class), "SETTLED", null, null);
            case 27 -> new ReferralCommand.WithdrawReferral(some(random, sample, Waiting.Referral.class), "m");
            case 28 -> new EndCommand.Close(null);
            case 29 -> new EndCommand.Reopen("n");
            case 30 -> new EndCommand.Rate(1 + random.nextInt(5), null, null);
            case 31 -> random.nextBoolean() ? new SystemCommand.LapseSupplement() : new SystemCommand.LapseAppeal();
            case 32, 33 -> new OfferCommand.OfferRemedy(remedy(random, due.plus(Duration.ofHours(9))), due, "o");
            case 34 -> new OfferCommand.AcceptOffer(some(random, sample, Part.Offer.class), "p");
            case 35 ->
                random.nextBoolean()
                        ? new OfferCommand.RefuseOffer(some(random, sample, Part.Offer.class), "q")
                        : new OfferCommand.WithdrawOffer(some(random, sample, Part.Offer.class), "r");
            case 36 ->
                random.nextBoolean()
                        ? new SystemCommand.SettleRecall(remedy)
                        : new SystemCommand.LapseOffer(some(random, sample, Part.Offer.class));
            case 37 -> new SystemCommand.SettleByRule("FAST", remedy(random, due), "o");
            default ->
                random.nextBoolean()
                        ? new SystemCommand.LapseConfirmation(remedy, due)
                        : new SystemCommand.OverdueRemedy(remedy);
        };
    }
}
