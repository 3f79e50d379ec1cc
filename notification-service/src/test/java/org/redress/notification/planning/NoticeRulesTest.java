package org.redress.notification.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeRulesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    COMPLAINT_FILED      |            | filed-sms-complainant filed-inbox-complainant
                    EVIDENCE_RELEASED    |            | released-sms-complainant released-inbox-complainant
                    COMPLAINT_ASSIGNED   |            | assigned-inbox-owner
                    DEADLINE_APPROACHING | OWNER      | approaching-inbox-ops approaching-inbox-owner
                    DEADLINE_APPROACHING | SUPERVISOR | approaching-inbox-ops approaching-inbox-supervisors
                    DEADLINE_APPROACHING | SENIOR_TIER| approaching-inbox-ops
                    DEADLINE_BREACHED    | OWNER      | breached-inbox-ops breached-inbox-owner
                    DEADLINE_BREACHED    | SUPERVISOR | breached-inbox-ops breached-inbox-supervisors
                    DEADLINE_BREACHED    | COMPLAINANT| breached-inbox-ops
                    COMPLAINT_ESCALATED  | SENIOR_TIER| escalated-inbox-ops
                    DEADLINE_OVERDUE     | OWNER      | overdue-inbox-ops overdue-inbox-owner
                    DEADLINE_OVERDUE     | SUPERVISOR | overdue-inbox-ops overdue-inbox-supervisors
                    DEADLINE_OVERDUE     | PLATFORM   | overdue-inbox-ops overdue-inbox-platform
                    DEADLINE_APPROACHING | PLATFORM   | approaching-inbox-ops approaching-inbox-platform
                    DEADLINE_BREACHED    | PLATFORM   | breached-inbox-ops breached-inbox-platform
                    WINDOW_CLOSING       | COMPLAINANT| closing-sms-complainant closing-inbox-complainant
                    WINDOW_LAPSED        | COMPLAINANT| lapsed-sms-complainant lapsed-inbox-complainant
                    WINDOW_LAPSED        | OWNER      | lapsed-inbox-owner
                    WINDOW_LAPSED        | SUPERVISOR | lapsed-inbox-supervisors
                    """)
    void eachOccasionTellsExactlyThese(Occasion occasion, @Nullable String to, String rules) {
        assertThat(NoticeRules.matching(happening(occasion, to)))
                .extracting(NoticeRule::name)
                .containsExactlyInAnyOrder(rules.split(" "));
    }

    @Test
    void noTwoRulesOfAnOccasionShareChannelAndAudience() {
        // Else the second message would be taken for a replay of the first and silently left out.
        assertThat(NoticeRules.ALL.stream()
                        .map(rule -> List.of(rule.occasion(), rule.channel(), rule.audience()))
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void theComplainantIsToldOfTheirFilingOfEvidenceToReadAndOfTheirOwnWindowsOnly() {
        assertThat(NoticeRules.ALL)
                .filteredOn(rule -> rule.audience() == Audience.COMPLAINANT)
                .extracting(NoticeRule::occasion)
                .containsOnly(
                        Occasion.COMPLAINT_FILED,
                        Occasion.EVIDENCE_RELEASED,
                        Occasion.WINDOW_CLOSING,
                        Occasion.WINDOW_LAPSED);
    }

    private static Happening happening(Occasion occasion, @Nullable String to) {
        return new Happening(new UUID(0, 1), occasion, new UUID(0, 2), "qihui", Instant.EPOCH, to, null, Map.of());
    }
}
