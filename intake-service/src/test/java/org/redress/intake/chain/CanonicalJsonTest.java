package org.redress.intake.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 8785. */
class CanonicalJsonTest {
    @Test
    void theExampleOfSection322() {
        assertThat(canonical("""
                {
                  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }""")).isEqualTo("""
                {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
                "string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
    }

    @Test
    void membersAreSortedByTheirUtf16Units() {
        assertThat(canonical("""
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
                 "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}"""))
                .isEqualTo(
                        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small Letter O With Diaeresis\","
                                + "\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "5e-324,5e-324",
        "1.7976931348623157e308,1.7976931348623157e+308",
        "9007199254740992,9007199254740992",
        "295147905179352830000,295147905179352830000",
        "1e21,1e+21",
        "999999999999999900000,999999999999999900000",
        "0.000001,0.000001",
        "0.0000001,1e-7",
        "333333333.33333325,333333333.33333325",
        "1.0,1",
        "0.90,0.9",
        "1E2,100"
    })
    void numbersAreWrittenAsEcmaScriptDoes(String number, String canonical) {
        assertThat(canonical("[" + number + "]")).isEqualTo("[" + canonical + "]");
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatThrownBy(() -> CanonicalJson.of("{\"a\":")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.of(json), StandardCharsets.UTF_8);
    }
}
