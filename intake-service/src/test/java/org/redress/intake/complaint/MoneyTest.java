package org.redress.intake.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.service.money.MoneyText;

/** An amount has the decimals that its currency has. */
class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "9.9, CNY, 9.90",
        "100, CNY, 100.00",
        "100, JPY, 100",
        "100.00, JPY, 100",
        "1.234, KWD, 1.234",
        "1.2, KWD, 1.200",
        "0.0001, CLF, 0.0001",
        "999999999999.999, KWD, 999999999999.999",
    })
    void whatACurrencyTakesIsWrittenInItsManner(String text, String code, String written) {
        Currency currency = Currency.getInstance(code);
        BigDecimal amount = MoneyText.amountOf(text, currency).orElseThrow();
        assertThat(new Money(amount, currency).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"100.50, JPY, 100.50", "100.00, JPY, 100", "1.23, KWD, 1.230"})
    void rowsOfBeforeKeepTheirValue(String stored, String code, String shown) {
        assertThat(new Money(new BigDecimal(stored), Currency.getInstance(code)).text())
                .isEqualTo(shown);
    }
}
