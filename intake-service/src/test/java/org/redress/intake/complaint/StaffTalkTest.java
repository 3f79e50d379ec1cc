package org.redress.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaffTalkTest {
    @ParameterizedTest
    @CsvSource({
        "MERCHANT_ASKED, , , true",
        "MERCHANT_REPLIED, , , true",
        "MESSAGE_POSTED, AGENT, AGENT, true",
        "MESSAGE_POSTED, SUPERVISOR, MERCHANT, true",
        "MESSAGE_POSTED, AGENT, COMPLAINANT, false",
        "MESSAGE_POSTED, AGENT, , false",
        "MESSAGE_POSTED, COMPLAINANT, AGENT, false",
        "MESSAGE_POSTED, COMPLAINANT, , false",
        "RESPONSE_GIVEN, , AGENT, false"
    })
    void internalNotesAndTheTalkWithTheMerchantAre(String kind, String from, String to, boolean expected) {
        Map<String, Object> data = new HashMap<>();
        data.put("from", from);
        data.put("to", to);
        assertThat(StaffTalk.is(kind, data)).isEqualTo(expected);
    }
}
