package org.redress.notification.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.notification.sms.ShortMessage;

class MaskedPhoneTest {
    @ParameterizedTest
    @CsvSource({
        "+8613800138000, +86138****8000",
        "13800138000, 138****8000",
        "+85212345678, +852****5678",
        "1234567890, ****",
        "110, ****",
        "'', ****"
    })
    void fourDigitsBeforeTheLastFourAreHidden(String phone, String masked) {
        assertThat(MaskedPhone.of(phone)).isEqualTo(masked);
    }

    @Test
    void noTextFormOfAContactOrMessageHoldsTheNumber() {
        assertThat(new Contact("+8613800138000", "en")).asString().doesNotContain("13800138000");
        assertThat(new ShortMessage("o", "+8613800138000", "T", Map.of(), "text"))
                .asString()
                .doesNotContain("13800138000");
    }
}
