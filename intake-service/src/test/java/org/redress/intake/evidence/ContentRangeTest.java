package org.redress.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentRangeTest {
    @ParameterizedTest
    @CsvSource(nullValues = "null", delimiter = '|', textBlock = """
            null             | whole
            bytes=0-9        | 0-9
            bytes=90-        | 90-99
            bytes=-10        | 90-99
            bytes=-1000      | 0-99
            bytes=50-1000    | 50-99
            bytes=99-99      | 99-99
            bytes=100-       | none
            bytes=100-200    | none
            bytes=-0         | none
            bytes=9-0        | whole
            bytes=-          | whole
            bytes=0-1,5-6    | whole
            bytes=a-b        | whole
            items=0-1        | whole
            bytes=99999999999999999999- | whole
            """)
    void isOnePartOfAHundredBytes(String header, String expected) {
        String found = ContentRange.of(header, 100)
                .map(range -> range.isSatisfiable() ? range.first() + "-" + range.last() : "none")
                .orElse("whole");

        assertThat(found).isEqualTo(expected);
    }
}
