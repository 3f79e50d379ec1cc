package org.redress.intake.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "12315-2026-0815",
                "pay-1",
                "RM-0123456789ab",
                "4200001234202611221234567890",
                "2026112213812345678901",
                "0000004711",
                "12315-0815-20261122",
                "（2026）京0105民初12345号",
                "CASE#77/3.1:a+b=(c)[d]",
                "110101209913074514"
            })
    void aNumberOutsideIsAReference(String text) {
        assertThat(Reference.isOne(text)).isTrue();
        assertThat(Reference.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "call 13812345678 Mr Zhang",
                "13812345678",
                "138-1234-5678",
                "tel:138.1234.5678",
                "8613812345678",
                "+8613812345678",
                "+14155552671",
                "１３８１２３４５６７８",
                "R-13812345678-9012",
                "010-62345678",
                "110101199003074514",
                "11010519491231002X",
                "ming.li@example.com",
                "by hand",
                "a\nb"
            })
    void wordsAndPersonalDataAreNone(String text) {
        assertThat(Reference.isOne(text)).isFalse();
        assertThat(Reference.isOne(Reference.of(text))).as(Reference.of(text)).isTrue();
        assertThat(Reference.of(text)).doesNotContain("13812345678").isEqualTo(Reference.of(text));
    }

    @Test
    void whateverAPlatformCallsItsDoingBecomesAReferenceAndIdsStayAsTheyAre() {
        var random = new Random(20261122);
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder();
            for (int left = 1 + random.nextInt(30); left > 0; left--) {
                text.append("01381391234567890-_.+@ x）".charAt(random.nextInt(25)));
            }
            String made = Reference.of(text.toString());
            assertThat(Reference.isOne(made)).as("<%s> of <%s>", made, text).isTrue();
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            assertThat(Reference.of("RM-" + id.substring(24))).isEqualTo("RM-" + id.substring(24));
            assertThat(Reference.of(id)).isEqualTo(id);
        }
    }
}
