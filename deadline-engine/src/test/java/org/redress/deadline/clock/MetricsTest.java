package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.redress.deadline.Story.time;
import static org.redress.deadline.complaint.EventType.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.redress.deadline.Story;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Target;

/** Where each metric's clock starts and what ends it. */
class MetricsTest {
    private static ClockRule day(Metric metric) {
        return ClockRule.of(metric, Target.elapsed(Duration.ofDays(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "FIRST_RESPONSE    | COMPLAINT_FILED        | RESPONSE_GIVEN DECISION_ISSUED                     | -",
                "NEXT_RESPONSE     | MESSAGE_POSTED         | RESPONSE_GIVEN DECISION_ISSUED                     | -",
                "MATERIAL_REVIEW   | MATERIALS_SUPPLEMENTED | RESPONSE_GIVEN MATERIALS_REQUESTED DECISION_ISSUED | -",
                "RESOLUTION        | COMPLAINT_FILED        | DECISION_ISSUED                                    | -",
                "FREEZE            | FREEZE_ORDERED         | FREEZE_CONFIRMED                                   | FREEZE_RELEASED",
                "FREEZE_DECISION   | FREEZE_CONFIRMED       | FREEZE_UPHELD FREEZE_RELEASED                      | -",
                "FREEZE_REVIEW     | FREEZE_DISPUTED        | FREEZE_RELEASED FREEZE_UPHELD                      | -",
                "REMEDY            | REMEDY_ORDERED         | REMEDY_EXECUTED                                    | REMEDY_CANCELLED",
                "APPEAL_REVIEW     | APPEAL_FILED           | APPEAL_DECIDED                                     | APPEAL_WITHDRAWN",
                "URGE_ANSWER       | COMPLAINT_URGED        | RESPONSE_GIVEN DECISION_ISSUED                     | -",
                "MERCHANT_REPLY    | MERCHANT_ASKED         | MERCHANT_REPLIED                                   | DECISION_ISSUED",
                "COMMITMENT        | COMMITMENT_MADE        | COMMITMENT_KEPT DECISION_ISSUED                    | -",
                "EXTERNAL          | COMPLAINT_REFERRED     | REFERRAL_ANSWERED                                  | REFERRAL_WITHDRAWN",
                "APPEAL_WINDOW     | DECISION_ISSUED        | APPEAL_FILED                                       | -",
                "SUPPLEMENT_WINDOW | MATERIALS_REQUESTED    | MATERIALS_SUPPLEMENTED                             | DECISION_ISSUED",
                "CONFIRM_WINDOW    | REMEDY_EXECUTED        | REMEDY_CONFIRMED REMEDY_DISPUTED                   | -"
            })
    void eachEventDoesToEachClockWhatTheTableSaysAndNothingElse(
            Metric metric, EventType starter, String meeters, String cancellers) {
        Set<EventType> meet = types(meeters);
        Set<EventType> cancel = types(cancellers);
        cancel.addAll(EventType.CLOSING);
        for (EventType type : EventType.values()) {
            ClockState expected = meet.contains(type)
                    ? ClockState.MET
                    : cancel.contains(type) ? ClockState.CANCELLED : ClockState.RUNNING;
            if (type == starter && metric.startsAfresh()) {
                continue;
            }
            Clock clock = started(metric, starter)
                    .then(type, "2026-11-16T13:00")
                    .clocks(metric, "2026-11-16T14:00")
                    .get(0);
            assertThat(clock.state()).as("%s after %s", metric, type).isEqualTo(expected);
            assertThat(clock.startedBy()).isEqualTo(starter);
        }
    }

    private static Set<EventType> types(String names) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        if (names != null) {
            for (String name : names.split(" ")) {
                types.add(EventType.valueOf(name));
            }
        }
        return types;
    }

    private static Story started(Metric metric, EventType starter) {
        Story story = Story.by(day(metric)).then(COMPLAINT_FILED, "2026-11-16T09:00");
        if (metric == Metric.NEXT_RESPONSE) {
            story.then(RESPONSE_GIVEN, "2026-11-16T10:00");
        }
        return starter == COMPLAINT_FILED ? story : story.then(starter, "2026-11-16T12:00");
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void closingEndsEveryClockOfTheComplaint(Metric metric) {
        EventType starter = EnumSet.allOf(EventType.class).stream()
                .filter(metric::startedBy)
                .findFirst()
                .orElseThrow();

        List<Clock> clocks = started(metric, starter)
                .then(COMPLAINT_CLOSED, "2026-11-16T15:00")
                .clocks(metric, "2026-11-20T00:00");

        assertThat(clocks).hasSize(1).noneMatch(Clock::open);
    }

    @Test
    void aTemplateAnswersNothing() {
        Clock clock = Story.by(day(Metric.FIRST_RESPONSE))
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T09:01", CaseEvent::asTemplate)
                .clock("2026-11-16T12:00");

        assertThat(clock.state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void theFirstResponseIsOwedOnceACase() {
        Story story = Story.by(day(Metric.FIRST_RESPONSE))
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T10:00")
                .then(COMPLAINT_CLOSED, "2026-11-16T11:00")
                .then(COMPLAINT_REOPENED, "2026-11-17T11:00");

        assertThat(story.clocks(Metric.FIRST_RESPONSE, "2026-11-18T00:00")).hasSize(1);
    }

    @Test
    void anUrgingWhileOneIsUnansweredStartsNoSecondClock() {
        Story story = Story.by(day(Metric.URGE_ANSWER))
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(COMPLAINT_URGED, "2026-11-17T09:00")
                .then(COMPLAINT_URGED, "2026-11-17T10:00")
                .then(RESPONSE_GIVEN, "2026-11-17T11:00")
                .then(COMPLAINT_URGED, "2026-11-18T10:00");

        assertThat(story.clocks(Metric.URGE_ANSWER, "2026-11-18T11:00"))
                .extracting(Clock::cycle, Clock::startedAt)
                .containsExactly(tuple(1, time("2026-11-17T09:00")), tuple(2, time("2026-11-18T10:00")));
    }

    @Test
    void eachRemedyHasAClockOfItsOwn() {
        List<Clock> clocks = Story.by(day(Metric.REMEDY), day(Metric.CONFIRM_WINDOW))
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(REMEDY_ORDERED, "2026-11-16T10:00", event -> event.about("refund"))
                .then(REMEDY_ORDERED, "2026-11-16T11:00", event -> event.about("voucher"))
                .then(REMEDY_EXECUTED, "2026-11-16T12:00", event -> event.about("voucher"))
                .asOf("2026-11-16T13:00")
                .clocks();

        assertThat(clocks)
                .extracting(clock -> clock.metric() + " " + clock.key() + " " + clock.state())
                .containsExactly("REMEDY refund RUNNING", "REMEDY voucher MET", "CONFIRM_WINDOW voucher RUNNING");
    }

    @Test
    void everyCommitmentIsDueAtTheTimeItPromised() {
        Story story = Story.by(day(Metric.COMMITMENT))
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(
                        COMMITMENT_MADE,
                        "2026-11-16T10:00",
                        event -> event.about("a").dueAt(time("2026-11-16T18:00")))
                .then(
                        COMMITMENT_MADE,
                        "2026-11-16T11:00",
                        event -> event.about("b").dueAt(time("2026-11-19T18:00")))
                .then(COMMITMENT_KEPT, "2026-11-16T12:00", event -> event.about("a"));

        assertThat(story.clocks(Metric.COMMITMENT, "2026-11-20T00:00"))
                .extracting(Clock::state, Clock::dueAt)
                .containsExactly(
                        tuple(ClockState.MET, time("2026-11-16T18:00")),
                        tuple(ClockState.BREACHED, time("2026-11-19T18:00")));
    }

    @Test
    void anAppealAfterTheDecisionMakesMessagesWorthAnAnswerAgain() {
        Story story = Story.by(day(Metric.NEXT_RESPONSE))
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(DECISION_ISSUED, "2026-11-16T10:00")
                .then(APPEAL_FILED, "2026-11-17T10:00")
                .then(MESSAGE_POSTED, "2026-11-17T11:00");

        assertThat(story.clocks(Metric.NEXT_RESPONSE, "2026-11-17T12:00")).hasSize(1);
    }

    @Test
    void theAppealWindowOpensWhenTheDecisionIsServedAndLapsesWithoutABreach() {
        Story story = Story.by(ClockRule.of(Metric.APPEAL_WINDOW, Target.naturalDays(7)))
                .then(COMPLAINT_FILED, "2026-11-02T09:00")
                .then(DECISION_ISSUED, "2026-11-03T09:00", event -> event.servedAt(time("2026-11-05T23:00")));

        Clock open = story.clock("2026-11-10T00:00");
        Clock lapsed = story.clock("2026-11-13T00:00");

        assertThat(open.startedAt()).isEqualTo(time("2026-11-05T23:00"));
        assertThat(open.dueAt()).isEqualTo(time("2026-11-12T24:00"));
        assertThat(lapsed.state()).isEqualTo(ClockState.LAPSED);
        assertThat(lapsed.lapsedAt()).isEqualTo(time("2026-11-12T24:00"));
        assertThat(lapsed.breachedAt()).isNull();
        assertThat(lapsed.levels()).extracting(level -> level.kind().name()).containsExactly("LAPSE");
    }

    @Test
    void aSecondDecisionGrantsTheWholeAppealWindowAgain() {
        List<ClockState> states = new ArrayList<>();
        Story.by(ClockRule.of(Metric.APPEAL_WINDOW, Target.naturalDays(7)))
                .then(COMPLAINT_FILED, "2026-11-02T09:00")
                .then(DECISION_ISSUED, "2026-11-03T09:00")
                .then(COMPLAINT_REOPENED, "2026-11-04T09:00")
                .then(DECISION_ISSUED, "2026-11-05T09:00")
                .clocks(Metric.APPEAL_WINDOW, "2026-11-06T09:00")
                .forEach(clock -> states.add(clock.state()));

        assertThat(states).containsExactly(ClockState.CANCELLED, ClockState.RUNNING);
    }
}
