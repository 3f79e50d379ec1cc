package org.redress.deadline.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.deadline.Story.time;
import static org.redress.deadline.complaint.EventType.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.redress.deadline.Calendars;
import org.redress.deadline.Story;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.EventType;
import org.redress.deadline.policy.ClockRule;
import org.redress.deadline.policy.Metric;
import org.redress.deadline.policy.Policy;
import org.redress.deadline.policy.Target;

/** What happened decides, not when, how often or in what order it was told. */
class ToldLateTest {
    private static final ClockRule DAY = ClockRule.of(Metric.FIRST_RESPONSE, Target.elapsed(Duration.ofDays(1)));

    @Test
    void anAnswerInTimeToldAfterTheBreachUndoesTheBreach() {
        Story story = Story.by(DAY).then(COMPLAINT_FILED, "2026-11-16T09:00");
        assertThat(story.clock("2026-11-18T00:00").state()).isEqualTo(ClockState.BREACHED);

        story.then(RESPONSE_GIVEN, "2026-11-17T08:00");

        assertThat(story.clock("2026-11-18T00:00").state()).isEqualTo(ClockState.MET);
    }

    @Test
    void whatIsToldOfLaterHasNotHappenedYet() {
        Clocks clocks = Story.by(DAY)
                .then(COMPLAINT_FILED, "2026-11-16T09:00")
                .then(RESPONSE_GIVEN, "2026-11-16T10:00")
                .asOf("2026-11-16T09:30");

        assertThat(clocks.clocks()).extracting(Clock::state).containsExactly(ClockState.RUNNING);
        assertThat(clocks.remarks()).extracting(Remark::code).containsExactly("LATER_THAN_ASKED");
    }

    @Test
    void timesNobodyMeansAreSetAsideWithARemark() {
        for (Instant odd : List.of(Instant.MIN, Instant.MAX, Instant.parse("1601-01-01T00:00:00Z"))) {
            Clocks clocks = compute(Instant.MAX, CaseEvent.of(COMPLAINT_FILED, odd));

            assertThat(clocks.clocks()).isEmpty();
            assertThat(clocks.remarks()).extracting(Remark::code).containsExactly("IMPLAUSIBLE_TIME", "NOT_FILED");
        }
    }

    @Test
    void aDoubledEventCountsOnceAndIsRemarkedOn() {
        CaseEvent filed = CaseEvent.of(COMPLAINT_FILED, time("2026-11-16T09:00"));
        CaseEvent urged =
                CaseEvent.of(COMPLAINT_URGED, time("2026-11-16T10:00")).identified("e-7", 3);

        Clocks once = compute(time("2026-11-17T00:00"), filed, urged);
        Clocks twice = compute(time("2026-11-17T00:00"), urged, filed, filed, urged);

        assertThat(twice.clocks()).isEqualTo(once.clocks());
        assertThat(twice.remarks())
                .extracting(Remark::code)
                .containsOnly("DOUBLED_EVENT")
                .hasSize(2);
    }

    @Test
    void aSecondFilingIsRemarkedOnAndTheFirstCounts() {
        Clocks clocks = compute(
                time("2026-11-17T00:00"),
                CaseEvent.of(COMPLAINT_FILED, time("2026-11-16T10:00")),
                CaseEvent.of(COMPLAINT_FILED, time("2026-11-16T09:00")));

        assertThat(clocks.clocks()).extracting(Clock::startedAt).containsExactly(time("2026-11-16T09:00"));
        assertThat(clocks.remarks()).extracting(Remark::code).containsExactly("FILED_TWICE");
    }

    @Test
    void anAnswerFromBeforeTheFilingMeetsNothingAndIsRemarkedOn() {
        Clocks clocks = compute(
                time("2026-11-17T00:00"),
                CaseEvent.of(RESPONSE_GIVEN, time("2026-11-16T08:00")),
                CaseEvent.of(COMPLAINT_FILED, time("2026-11-16T09:00")));

        assertThat(clocks.clocks()).extracting(Clock::state).containsExactly(ClockState.RUNNING);
        assertThat(clocks.remarks()).extracting(Remark::code).containsExactly("EARLIER_THAN_FILING");
    }

    @Test
    void inTheSameInstantTheProducersNumbersDecideTheOrder() {
        Instant instant = time("2026-11-16T10:00");
        ClockRule review = ClockRule.of(Metric.MATERIAL_REVIEW, Target.elapsed(Duration.ofDays(1)));
        Policy policy = new Policy("huijin", 1, "cn-24x7", List.of(review));
        CaseEvent supplemented = CaseEvent.of(MATERIALS_SUPPLEMENTED, instant);
        CaseEvent requested = CaseEvent.of(EventType.MATERIALS_REQUESTED, instant);

        List<ClockState> asked = List.of(
                review(policy, supplemented.identified("a", 1), requested.identified("b", 2)),
                review(policy, requested.identified("b", 1), supplemented.identified("a", 2)));

        assertThat(asked).containsExactly(ClockState.MET, ClockState.RUNNING);
    }

    private static ClockState review(Policy policy, CaseEvent... events) {
        return Clocks.compute(
                        policy,
                        Calendars.cnAlwaysOpen(),
                        CaseFacts.unknown(),
                        List.of(events),
                        time("2026-11-16T11:00"))
                .clocks()
                .get(0)
                .state();
    }

    @Test
    void subSecondsAreKeptInRecordsAndLeftOutOfTheArithmeticButDecideWhatWasInTime() {
        Instant filed = time("2026-11-16T09:00").plusMillis(900);
        Instant due = time("2026-11-17T09:00");

        Clock open =
                compute(filed, CaseEvent.of(COMPLAINT_FILED, filed)).clocks().get(0);
        Clock late = compute(
                        due.plusSeconds(1),
                        CaseEvent.of(COMPLAINT_FILED, filed),
                        CaseEvent.of(RESPONSE_GIVEN, due.plusMillis(1)))
                .clocks()
                .get(0);

        assertThat(open.startedAt()).isEqualTo(filed);
        assertThat(open.dueAt()).isEqualTo(due);
        assertThat(late.state()).isEqualTo(ClockState.BREACHED);
        assertThat(late.metAt()).isEqualTo(due.plusMillis(1));
    }

    private static Clocks compute(Instant until, CaseEvent... events) {
        Policy policy = new Policy("huijin", 1, "cn-24x7", List.of(DAY));
        return Clocks.compute(policy, Calendars.cnAlwaysOpen(), CaseFacts.unknown(), List.of(events), until);
    }
}
