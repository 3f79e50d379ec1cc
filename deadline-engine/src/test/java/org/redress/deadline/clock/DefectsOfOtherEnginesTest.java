package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.deadline.Story.time;
import static org.redress.deadline.complaint.EventType.*;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Calendars;
import org.redress.deadline.Story;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.OpenInterval;
import org.redress.deadline.calendar.UnreachableTimeException;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;
import org.redress.deadline.counting.Segment;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.document.Problem;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Condition;
import org.redress.deadline.policy.Level;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.PauseReason;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;

/** Real defects of other engines that an engine can have (docs of the field: B01 to B53), each as what must hold here. */
class DefectsOfOtherEnginesTest {
    private static final ClockRule FIRST_RESPONSE =
            ClockRule.of(Metric.FIRST_RESPONSE, Target.elapsed(Duration.ofHours(24)));
    private static final ClockRule NEXT_RESPONSE =
            ClockRule.of(Metric.NEXT_RESPONSE, Target.elapsed(Duration.ofHours(8)));
    private static final ClockRule RESOLUTION = ClockRule.of(Metric.RESOLUTION, Target.elapsed(Duration.ofHours(24)));
    private static final ClockRule PAUSABLE = RESOLUTION.pausing(null, PauseReason.WAITING_MERCHANT);

    @Test
    void b01AReplyThatAlsoPausesMeetsTheFirstResponse() {
        Clock clock = Story.by(FIRST_RESPONSE.pausing(null, PauseReason.WAITING_COMPLAINANT))
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T10:00")
                .then(MATERIALS_REQUESTED, "2026-11-16T10:00")
                .clock("2026-11-20T00:00");

        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.metAt()).isEqualTo(time("2026-11-16T10:00"));
    }

    @Test
    void b03WhereWeSpokeLastNoNextResponseIsAwaited() {
        Story story = Story.by(NEXT_RESPONSE)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T10:00")
                .then(MESSAGE_POSTED, "2026-11-16T11:00", CaseEvent::fromUs);

        assertThat(story.asOf("2026-11-20T00:00").clocks()).isEmpty();
    }

    @Test
    void b05EveryAnswerCountsAtOnceAndNotFromTheSecondOnOnly() {
        Clock clock = Story.by(NEXT_RESPONSE)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T10:00")
                .then(MESSAGE_POSTED, "2026-11-16T11:00")
                .then(RESPONSE_GIVEN, "2026-11-16T12:00")
                .clock("2026-11-16T12:00");

        assertThat(clock.state()).isEqualTo(ClockState.MET);
        assertThat(clock.dueAt()).isEqualTo(time("2026-11-16T19:00"));
    }

    @Test
    void b07AnotherCalendarMovesDueByExactlyWhatItClosesAndTheOldOneStillAnswersAsBefore() {
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingDays(3));
        Calendar before = Calendars.weekdays("09:00-18:00");
        Calendar after = Calendar.named("weekdays", Calendars.SHANGHAI)
                .openOnWeekdays("09:00-18:00")
                .holiday(LocalDate.of(2026, 11, 18), "校庆")
                .build();

        assertThat(Deadline.of(rule, before, time("2026-11-16T09:00"))).isEqualTo(time("2026-11-19T24:00"));
        assertThat(Deadline.of(rule, after, time("2026-11-16T09:00"))).isEqualTo(time("2026-11-20T24:00"));
        assertThat(Deadline.of(rule, before, time("2026-11-16T09:00"))).isEqualTo(time("2026-11-19T24:00"));
    }

    @Test
    void b09AClockWhoseMetricTheNewTierLacksIsCancelled() {
        Condition junior = new Condition(Set.of(), Set.of(), Set.of(), Set.of(Tier.JUNIOR), null, null);
        Clock clock = Story.by(RESOLUTION.when(junior))
                .about(CaseFacts.unknown().withTier(Tier.JUNIOR))
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(COMPLAINT_ASSIGNED, "2026-11-16T12:00", event -> event.judged(null, null, Tier.SENIOR))
                .clock("2026-11-20T00:00");

        assertThat(clock.state()).isEqualTo(ClockState.CANCELLED);
        assertThat(clock.cancelledAt()).isEqualTo(time("2026-11-16T12:00"));
        assertThat(clock.breachedAt()).isNull();
    }

    @Test
    void b11RoundTheClockLosesNoMinuteAtMidnight() {
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofDays(30)));

        Instant due = Deadline.of(rule, Calendars.daily("00:00-24:00"), time("2026-11-01T12:34"));

        assertThat(due).isEqualTo(time("2026-12-01T12:34"));
    }

    @Test
    void b13EveryDateThatIsSkippedOrOpenedShowsUpByName() {
        Clock clock = Story.by(Calendars.cnOffice(), ClockRule.of(Metric.RESOLUTION, Target.workingDays(7)))
                .then(COMPLAINT_FILED, "2026-09-30T20:00")
                .clock("2026-10-01T00:00");

        assertThat(clock.segments())
                .contains(new Segment(time("2026-09-30T24:00"), time("2026-10-07T24:00"), false, "国庆节"))
                .contains(new Segment(time("2026-10-09T24:00"), time("2026-10-10T24:00"), true, "国庆节调休"))
                .contains(new Segment(time("2026-10-10T24:00"), time("2026-10-11T24:00"), false, "REST_DAY"));
    }

    @Test
    void b17ABreachStaysVisibleWhileTheCaseWaitsForSomebody() {
        Clock clock = Story.by(PAUSABLE)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(MERCHANT_ASKED, "2026-11-17T10:00")
                .clock("2026-11-18T00:00");

        assertThat(clock.state()).isEqualTo(ClockState.BREACHED);
        assertThat(clock.breachedAt()).isEqualTo(time("2026-11-17T09:00"));
    }

    @Test
    void b19ADecisionStopsTheNextResponseAndAThankYouDoesNotRearmIt() {
        List<Clock> clocks = Story.by(NEXT_RESPONSE)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T10:00")
                .then(MESSAGE_POSTED, "2026-11-16T11:00")
                .then(DECISION_ISSUED, "2026-11-16T12:00")
                .then(MESSAGE_POSTED, "2026-11-16T13:00")
                .then(COMPLAINT_CLOSED, "2026-11-16T14:00")
                .then(MESSAGE_POSTED, "2026-11-16T15:00")
                .asOf("2026-11-20T00:00")
                .clocks();

        assertThat(clocks).extracting(Clock::state).containsExactly(ClockState.MET);
    }

    @Test
    void b21WhatIsOverdueNoLongerGrowsOnceDecidedAndReopeningStartsAFreshCycle() {
        Story story = Story.by(RESOLUTION)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(DECISION_ISSUED, "2026-11-17T12:00")
                .then(COMPLAINT_REOPENED, "2026-11-20T09:00");

        List<Clock> clocks = story.clocks(Metric.RESOLUTION, "2026-11-20T10:00");

        assertThat(clocks).extracting(Clock::state).containsExactly(ClockState.BREACHED, ClockState.RUNNING);
        assertThat(clocks.get(0).metAt()).isEqualTo(time("2026-11-17T12:00"));
        assertThat(story.clocks(Metric.RESOLUTION, "2026-12-20T10:00").get(0)).isEqualTo(clocks.get(0));
        assertThat(clocks.get(1).cycle()).isEqualTo(2);
        assertThat(clocks.get(1).dueAt()).isEqualTo(time("2026-11-21T09:00"));
    }

    @Test
    void b27APauseOfThreeHoursMovesDueByThreeHours() {
        Clock clock = Story.by(PAUSABLE)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(MERCHANT_ASKED, "2026-11-16T12:00")
                .then(MERCHANT_REPLIED, "2026-11-16T15:00")
                .clock("2026-11-16T16:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-17T12:00"));
    }

    @Test
    void b29PausingAndResumingInTheSameInstantChangesNothing() {
        Story story = Story.by(PAUSABLE).then(COMPLAINT_FILED, "2026-11-16T09:00");
        Clock without = story.clock("2026-11-16T16:00");

        Clock with = story.then(MERCHANT_REPLIED, "2026-11-16T12:00")
                .then(MERCHANT_ASKED, "2026-11-16T12:00")
                .clock("2026-11-16T16:00");

        assertThat(with).isEqualTo(without);
    }

    @Test
    void b31ABlankConditionIsRefusedRatherThanMatchingEveryCaseAndTheChoiceIsExplained() {
        Map<String, Object> blank =
                Map.of("metric", "RESOLUTION", "when", Map.of(), "target", "PT24H", "unit", "ELAPSED");
        Map<String, Object> policy = Map.of("platform", "huijin", "calendar", "cn-24x7", "clocks", List.of(blank));

        assertThat(PolicyDocument.read(policy, id -> Optional.of(Calendars.cnAlwaysOpen()))
                        .problems())
                .extracting(Problem::pointer)
                .containsExactly("/clocks/0/when");
        Policy urgent = new Policy(
                "huijin", 1, "cn-24x7", List.of(RESOLUTION.when(Condition.severity(Severity.URGENT)), RESOLUTION));
        assertThat(urgent.ruleFor(Metric.RESOLUTION, CaseFacts.of(Severity.URGENT)))
                .hasValueSatisfying(choice -> assertThat(choice.reason()).isEqualTo("severity in [URGENT]"));
    }

    @Test
    void b33ClosingWhatIsDecidedLeavesTheResultAsItWas() {
        Story story = Story.by(RESOLUTION)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(DECISION_ISSUED, "2026-11-16T12:00");
        Clock decided = story.clock("2026-11-20T00:00");

        assertThat(story.then(COMPLAINT_CLOSED, "2026-11-18T09:00").clock("2026-11-20T00:00"))
                .isEqualTo(decided);
    }

    @Test
    void b35ANewCaseIsNeverBreachedWhereverItsClocksStand() {
        Instant filed = Instant.parse("2026-11-16T01:00:00Z");
        for (String offset : List.of("+08:00", "-05:00", "Z")) {
            Instant told = filed.atZone(ZoneId.of(offset)).toInstant();
            Policy policy = new Policy("huijin", 1, "cn-24x7", List.of(FIRST_RESPONSE));
            List<CaseEvent> events = List.of(CaseEvent.of(COMPLAINT_FILED, told));

            Clocks clocks =
                    Clocks.compute(policy, Calendars.cnAlwaysOpen(), CaseFacts.unknown(), events, filed.plusSeconds(1));

            assertThat(clocks.clocks()).extracting(Clock::state).containsExactly(ClockState.RUNNING);
        }
    }

    @Test
    void b39OffsetsCountInTheClocksOwnUnitAndNoLevelLiesBeforeTheStart() {
        Level early = Level.at("-PT2H", LevelKind.WARNING, "OWNER");
        Level late = Level.at("+PT2H", LevelKind.ESCALATION, "SENIOR_TIER");
        ClockRule working = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(9)))
                .levels(early, late);
        ClockRule days = ClockRule.of(Metric.RESOLUTION, Target.workingDays(1))
                .levels(Level.at("-PT48H", LevelKind.WARNING, "OWNER"), late);
        Calendar calendar = Calendars.weekdays("09:00-18:00");

        Clock byHours = Story.by(calendar, working)
                .then(COMPLAINT_FILED, "2026-11-20T10:00")
                .clock("2026-11-20T10:00");
        Clock byDays = Story.by(calendar, days)
                .then(COMPLAINT_FILED, "2026-11-16T10:00")
                .clock("2026-11-16T10:00");

        assertThat(byHours.levels())
                .extracting(ClockLevel::firesAt)
                .containsExactly(time("2026-11-20T17:00"), time("2026-11-23T10:00"), time("2026-11-23T12:00"));
        assertThat(byDays.levels())
                .extracting(ClockLevel::firesAt)
                .containsExactly(time("2026-11-16T10:00"), time("2026-11-17T24:00"), time("2026-11-18T02:00"));
    }

    @Test
    void b41ResumingNeverPushesDuePastClosingTime() {
        ClockRule rule = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(8)))
                .pausing(null, PauseReason.WAITING_MERCHANT);
        Clock clock = Story.by(Calendars.weekdays("09:00-18:00"), rule)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(MERCHANT_ASKED, "2026-11-16T12:00")
                .then(MERCHANT_REPLIED, "2026-11-16T15:00")
                .clock("2026-11-16T16:00");

        assertThat(clock.dueAt()).isEqualTo(time("2026-11-17T11:00"));
    }

    @Test
    void b43APromisedTimeIsNotMovedByAPauseUnlessThePolicySaysSo() {
        ClockRule rule = ClockRule.of(Metric.COMMITMENT, Target.elapsed(Duration.ofHours(1)));
        Instant promised = time("2026-11-17T09:00");

        assertThat(promise(rule).dueAt()).isEqualTo(promised);
        assertThat(promise(rule.pausing(null, PauseReason.WAITING_MERCHANT)).dueAt())
                .isEqualTo(promised.plus(Duration.ofHours(2)));
    }

    private static Clock promise(ClockRule rule) {
        return Story.by(rule)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(COMMITMENT_MADE, "2026-11-16T10:00", event -> event.dueAt(time("2026-11-17T09:00")))
                .then(MERCHANT_ASKED, "2026-11-16T12:00")
                .then(MERCHANT_REPLIED, "2026-11-16T14:00")
                .clock("2026-11-16T15:00");
    }

    @Test
    void b45AScheduleOfASingleWeekdayCounts() {
        Calendar thursdays = Calendar.named("thursdays", Calendars.SHANGHAI)
                .open(DayOfWeek.THURSDAY, List.of(OpenInterval.parse("09:00-17:00")))
                .build();
        ClockRule hours = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(12)));
        ClockRule days = ClockRule.of(Metric.RESOLUTION, Target.workingDays(3));

        assertThat(Deadline.of(hours, thursdays, time("2026-11-16T10:00"))).isEqualTo(time("2026-11-26T13:00"));
        assertThat(Deadline.of(days, thursdays, time("2026-11-16T10:00"))).isEqualTo(time("2026-12-03T24:00"));
    }

    @Test
    void b47AYearAndNothingAreTargetsAndEndlessSearchesEndWithAReason() {
        Calendar office = Calendars.cnOffice();
        Instant start = time("2026-11-16T10:00");
        ClockRule year = ClockRule.of(Metric.RESOLUTION, Target.elapsed(Duration.ofDays(365)));
        ClockRule nothing = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ZERO));
        ClockRule endless = ClockRule.of(Metric.RESOLUTION, Target.workingTime(Duration.ofHours(1)));
        Calendar closed = Calendar.named("closed", Calendars.SHANGHAI).build();

        assertThat(Deadline.of(year, office, start)).isEqualTo(time("2027-11-16T10:00"));
        assertThat(Deadline.of(nothing, office, start)).isEqualTo(start);
        assertThatThrownBy(() -> Deadline.of(endless, closed, start))
                .isInstanceOf(UnreachableTimeException.class)
                .hasMessageContaining("closed: ten years hold less");
        assertThatThrownBy(() -> Target.elapsed(Duration.ofDays(365_000))).hasMessageContaining("at most ten years");
    }

    @Test
    void b51AtDueItselfAnAnswerIsInTimeAndSilenceIsABreach() {
        Story story = Story.by(FIRST_RESPONSE).then(COMPLAINT_FILED, "2026-11-16T09:00");

        assertThat(story.clock("2026-11-17T08:59").state()).isEqualTo(ClockState.RUNNING);
        Clock silent = story.clock("2026-11-17T09:00");
        assertThat(silent.state()).isEqualTo(ClockState.BREACHED);
        assertThat(silent.levels()).extracting(ClockLevel::fired).containsExactly(true);

        Clock answered = story.then(RESPONSE_GIVEN, "2026-11-17T09:00").clock("2026-11-17T09:00");
        assertThat(answered.state()).isEqualTo(ClockState.MET);
        assertThat(answered.levels()).extracting(ClockLevel::fired).containsExactly(false);
    }

    @Test
    void b53ACaseSplitFromAnotherStartsItsClocksByItsOwnFiling() {
        Story parent = Story.by(RESOLUTION).then(COMPLAINT_FILED, "2026-11-16T09:00");
        Story child = Story.by(RESOLUTION).then(COMPLAINT_FILED, "2026-11-18T09:00");

        assertThat(parent.clock("2026-11-18T10:00").state()).isEqualTo(ClockState.BREACHED);
        assertThat(child.clock("2026-11-18T10:00").state()).isEqualTo(ClockState.RUNNING);
        assertThat(child.clock("2026-11-18T10:00").dueAt()).isEqualTo(time("2026-11-19T09:00"));
    }

    @Test
    void b37EveryLevelOfEveryMetricFiresAtItsOwnTime() {
        for (Metric metric : Metric.values()) {
            LevelKind after = metric.isWindow() ? LevelKind.LAPSE : LevelKind.ESCALATION;
            ClockRule rule = ClockRule.of(metric, Target.elapsed(Duration.ofHours(10)))
                    .levels(
                            Level.at("50%", LevelKind.WARNING, "OWNER"),
                            Level.at("-PT1H", LevelKind.WARNING, "OWNER"),
                            Level.at(metric.isWindow() ? "100%" : "+PT1H", after, "OPS"));
            Clock clock =
                    started(metric, rule).clocks(metric, "2026-11-17T00:00").get(0);

            assertThat(clock.levels().stream().map(ClockLevel::firesAt).toList())
                    .as(metric.name())
                    .startsWith(time("2026-11-16T17:00"), time("2026-11-16T21:00"), time("2026-11-16T22:00"))
                    .hasSize(metric.isWindow() ? 3 : 4);
            assertThat(clock.levels()).as(metric.name()).allMatch(ClockLevel::fired);
        }
    }

    private static Story started(Metric metric, ClockRule rule) {
        EventType starter = Arrays.stream(EventType.values())
                .filter(metric::startedBy)
                .findFirst()
                .orElseThrow();
        Story story = Story.by(rule)
                .then(COMPLAINT_FILED, starter == COMPLAINT_FILED ? "2026-11-16T12:00" : "2026-11-16T09:00");
        if (metric == Metric.NEXT_RESPONSE) {
            story.then(RESPONSE_GIVEN, "2026-11-16T10:00");
        }
        return starter == COMPLAINT_FILED ? story : story.then(starter, "2026-11-16T12:00");
    }
}
