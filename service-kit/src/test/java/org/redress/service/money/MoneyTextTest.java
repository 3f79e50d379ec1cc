package org.redress.service.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An amount has the decimals that its currency has. */
class MoneyTextTest {
    @ParameterizedTest
    @CsvSource({"9.9, CNY", "100, JPY", "100.00, JPY", "1.234, KWD", "0.0001, CLF", "999999999999.999, KWD"})
    void whatACurrencyTakesIsAnAmount(String text, String code) {
        assertThat(MoneyText.amountOf(text, Currency.getInstance(code)))
                .hasValueSatisfying(amount -> assertThat(amount).isEqualByComparingTo(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1.234, CNY",
        "1.230, CNY",
        "100.50, JPY",
        "100.000, JPY",
        "1.2345, KWD",
        "0, KWD",
        "0.000, KWD",
        "-1, CNY",
        "1e2, CNY",
        "１, CNY",
        "1000000000000, JPY",
        "1, XXX",
    })
    void whatNoCoinPaysIsNoAmount(String text, String code) {
        assertThat(MoneyText.amountOf(text, Currency.getInstance(code))).isEmpty();
    }

    @Test
    void withoutACurrencyTwoDecimalsPass() {
        assertThat(MoneyText.amountOf("1.23", null)).isPresent();
        assertThat(MoneyText.amountOf("1.234", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XXX", "XTS", "cny", "CN", "ABC", "", "DEM", "FRF", "HRK", "VEB", "ZWD", "XAU"})
    void whatNobodyPaysWithIsNoCurrency(String code) {
        assertThat(MoneyText.currencyOf(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CNY", "HKD", "MOP", "TWD", "USD", "EUR", "GBP", "JPY", "KRW", "KWD", "CHF", "XOF", "XAF", "XPF", "CLF"
            })
    void whatPeoplePayWithIsACurrency(String code) {
        assertThat(MoneyText.currencyOf(code)).map(Currency::getCurrencyCode).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"CNY, 2, 100.00", "JPY, 0, 100", "KWD, 3, 100.000"})
    void aRefusalSaysHowManyDecimalsThereAreAndShowsAnAmount(String code, String digits, String sample) {
        Currency currency = Currency.getInstance(code);
        var english = MoneyText.noAmount("/amount", currency, Locale.ENGLISH);
        assertThat(english.pointer()).isEqualTo("/amount");
        assertThat(english.detail())
                .contains("at most " + digits + " decimals, as " + code)
                .endsWith("\"" + sample + "\"");
        assertThat(MoneyText.noAmount("/amount", currency, Locale.SIMPLIFIED_CHINESE)
                        .detail())
                .contains(code + " 的小数位数最多为 " + digits);
        assertThat(MoneyText.amountOf(sample, currency)).isPresent();
    }
}
