package org.redress.triage.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            付了2000元           | 2000   | 0
            付了２,０００ 元       | 2000   | 0
            共计3万元            | 30000  | 0
            ¥350 没到账          | 350    | 0
            等了15个工作日        | 0      | 15
            2 weeks            | 0      | 14
            过了1个月            | 0      | 30
            2020.10.12         | 0      | 0
            13800138000000000元 | 0      | 0
            99.50元            | 99     | 0
            """)
    void sumsAndSpansAreRead(String text, long sum, int days) {
        Quantities quantities = Quantities.in(FoldedText.of(text));

        assertThat(quantities.largestSum().longValue()).isEqualTo(sum);
        assertThat(quantities.longestDays()).isEqualTo(days);
    }
}
