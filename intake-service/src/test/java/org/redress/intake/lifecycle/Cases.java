package org.redress.intake.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.EvidenceKind;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.intake.RemedyType;
import org.redress.deadline.calendar.Calendar;
import org.redress.intake.complaint.ComplaintStatus;

/** A case to play with: commands go through the state machine, its clock stands still until it is moved. */
final class Cases {
    static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
    static final UUID ID = new UUID(0, 1);
    static final String BODY = "HOTLINE_12315";
    static final Actor COMPLAINANT = new Actor(ActorRole.COMPLAINANT, "u-1");
    static final Actor AGENT = new Actor(ActorRole.AGENT, "agent-1");
    static final Actor SUPERVISOR = new Actor(ActorRole.SUPERVISOR, "super-1");
    static final Actor MERCHANT = new Actor(ActorRole.MERCHANT, "m-7");
    static final Actor PLATFORM = new Actor(ActorRole.PLATFORM, "backend");
    static final Actor SYSTEM = new Actor(ActorRole.SYSTEM, null);

    static final CaseRules RULES = new CaseRules(
            2,
            Duration.ofHours(72),
            true,
            Duration.ofHours(24),
            null,
            2,
            7,
            false,
            2,
            List.of(OutsideBody.always(BODY)),
            Set.of(),
            Calendar.named("cn", ZoneId.of("Asia/Shanghai"))
                    .openOnWeekdays("09:00-18:00")
                    .build());

    /** The rules of a platform with that ultimatum, whose one body is open from then on. */
    static CaseRules rules(@Nullable Duration ultimatum, OutsideBody.From from) {
        return new CaseRules(
                2,
                RULES.supplementWithin(),
                true,
                RULES.urgeEvery(),
                ultimatum,
                2,
                7,
                false,
                2,
                List.of(new OutsideBody(BODY, Set.of(), List.of(), null, null, from)),
                Set.of(),
                RULES.calendar());
    }

    private final AtomicLong ids = new AtomicLong(100);
    private CaseRules rules = RULES;
    private final List<IntakeEvent> events = new ArrayList<>();
    private Case current;
    private Instant now = START;
    private PlatformOrders orders = PlatformOrders.NONE;
    private Optional<Amount> refundable = Optional.empty();

    private Cases(Case current) {
        this.current = current;
    }

    static CaseFacts facts(boolean triaged, @Nullable Tier tier) {
        return new CaseFacts(
                ID,
                "QH2023101500123",
                triaged,
                tier,
                triaged ? "agent-1" : null,
                "m-7",
                START.plus(Duration.ofDays(3)));
    }

    static Cases filed() {
        return new Cases(new Case(facts(false, null), ComplaintStatus.FILED, List.of()));
    }

    static Cases triaged() {
        return new Cases(new Case(facts(true, Tier.JUNIOR), ComplaintStatus.TRIAGED, List.of()));
    }

    static Cases awaiting() {
        return triaged().must(AGENT, request());
    }

    static Cases decided(RemedyOrder... remedies) {
        return triaged().must(AGENT, decide(remedies));
    }

    static Cases underAppeal() {
        return decided().must(COMPLAINANT, new AppealCommand.Appeal(null, "unfair"));
    }

    static Cases withdrawn() {
        return triaged().must(COMPLAINANT, new EndCommand.Withdraw(null));
    }

    static Cases closed() {
        return decided().must(COMPLAINANT, new EndCommand.Close(null));
    }

    static Cases in(ComplaintStatus status) {
        return switch (status) {
            case FILED -> filed();
            case TRIAGED -> triaged();
            case AWAITING_MATERIALS -> awaiting();
            case DECIDED -> decided();
            case UNDER_APPEAL -> underAppeal();
            case WITHDRAWN -> withdrawn();
            case CLOSED -> closed();
        };
    }

    static MaterialsCommand.RequestMaterials request() {
        return new MaterialsCommand.RequestMaterials(
                List.of(
                        new RequestItem(
                                "1", EvidenceKind.PAYMENT_RECORD, "bank statement", "to see the payment", false),
                        new RequestItem("2", null, "call 13800138000", "to reach you", false)),
                START.plus(Duration.ofDays(2)),
                Set.of(),
                null);
    }

    static DecisionCommand.Decide decide(RemedyOrder... remedies) {
        return new DecisionCommand.Decide(
                DecisionOutcome.SUPPORTED, List.of("DELIVERY_OR_REFUND"), List.of(remedies), "paid, not delivered");
    }

    static RemedyOrder refund(Instant dueAt) {
        return new RemedyOrder(RemedyType.REFUND, "100.00", "CNY", dueAt);
    }

    static RemedyOrder refund(String amount) {
        return new RemedyOrder(RemedyType.REFUND, amount, "CNY", START.plus(Duration.ofDays(1)));
    }

    static RemedyOrder coupon(Instant dueAt) {
        return new RemedyOrder(RemedyType.COUPON, "5.00", "CNY", dueAt);
    }

    Cases after(Duration time) {
        now = now.plus(time);
        return this;
    }

    Cases under(CaseRules others) {
        rules = others;
        return this;
    }

    /** Triage moved the case to another team and person. */
    Cases at(Tier tier, String owner) {
        CaseFacts facts = current.facts();
        current = new Case(
                new CaseFacts(
                        facts.id(), facts.orderNo(), true, tier, owner, facts.merchantId(), facts.goodsExpireAt()),
                current.status(),
                current.parts());
        return this;
    }

    /** What the platform may be carrying out. */
    Cases underWay(UUID... remedies) {
        orders = new PlatformOrders(Set.of(), Set.of(remedies));
        return this;
    }

    /** What is written down for the platform, which does not know of it yet. */
    Cases pending(UUID... remedies) {
        orders = new PlatformOrders(Set.of(remedies), Set.of());
        return this;
    }

    /** How much may be refunded. */
    Cases refundable(String amount) {
        refundable = Optional.ofNullable(Amount.stored(amount, "CNY"));
        return this;
    }

    Cases having(Part part) {
        current = current.with(part);
        return this;
    }

    /** What stands on the case, e.g. {@code CONFIRMED 60.00, ORDERED 40.00}. */
    static String ledger(Cases sample) {
        return String.join(
                ", ",
                sample.now().all(Part.Remedy.class).stream()
                        .map(remedy -> remedy.state() + " " + remedy.amount())
                        .toList());
    }

    /** Appealed against by its complainant. */
    static Cases appealed(Cases sample) {
        return sample.must(COMPLAINANT, new AppealCommand.Appeal(null, "too little"));
    }

    /** How its last appeal is decided. */
    static AppealCommand.DecideAppeal ruling(Cases sample, AppealOutcome outcome, RemedyOrder... remedies) {
        return new AppealCommand.DecideAppeal(
                sample.last(Part.Appeal.class),
                outcome,
                DecisionOutcome.SUPPORTED,
                List.of("R"),
                List.of(remedies),
                "right");
    }

    Outcome give(Actor by, Command command) {
        Outcome outcome = Lifecycle.apply(
                current,
                command,
                new Moment(now, by, () -> new UUID(1, ids.incrementAndGet()), rules, orders, () -> refundable));
        if (outcome instanceof Outcome.Done done) {
            current = done.after();
            events.addAll(done.events());
        }
        return outcome;
    }

    Cases must(Actor by, Command command) {
        assertThat(give(by, command)).as(command.toString()).isInstanceOf(Outcome.Done.class);
        return this;
    }

    Cases mustNot(Actor by, Command command, Refusal why) {
        Case before = current;
        Outcome outcome = give(by, command);
        assertThat(outcome)
                .as(command.toString())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
        assertThat(current).isEqualTo(before);
        return this;
    }

    Case now() {
        return current;
    }

    Instant time() {
        return now;
    }

    ComplaintStatus status() {
        return current.status();
    }

    List<IntakeEvent> events() {
        return events;
    }

    List<String> told() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    <P extends Part> UUID last(Class<P> kind) {
        return current.last(kind).orElseThrow().id();
    }
}
