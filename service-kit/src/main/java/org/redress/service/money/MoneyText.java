package org.redress.service.money;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;

/** Amounts and currencies as clients write them, and what is said of those that are none. */
public final class MoneyText {
    private static final String TEXTS = "org.redress.service.money.refusals";

    /** Current ISO 4217 codes beside those that countries pay with: units of account, and a second code of the same money. */
    private static final Set<String> BESIDE = Set.of("BOV", "CHE", "CHW", "CLF", "COU", "MXV", "USN", "UYI", "VED");

    /** The JDK knows withdrawn currencies too and has no mark for them, but it knows what each country pays with by now. */
    private static final Map<String, Currency> CURRENCIES = Stream.concat(
                    Arrays.stream(Locale.getISOCountries())
                            .map(country -> Currency.getInstance(new Locale("", country))),
                    Currency.getAvailableCurrencies().stream()
                            .filter(known -> BESIDE.contains(known.getCurrencyCode())))
            .filter(known -> known != null && known.getDefaultFractionDigits() >= 0)
            .distinct()
            .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, known -> known));

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,4})?");
    private static final int USUAL_DECIMALS = 2;

    private MoneyText() {}

    /**
     * The positive amount that the text says. Nothing if it is none, or if the currency has no such coin: {@code 0.001 CNY},
     * {@code 100.50 JPY}. A currency without decimals may be written with two noughts, as forms often do.
     *
     * @param currency null where it is not known: then two decimals pass
     */
    public static Optional<BigDecimal> amountOf(String text, @Nullable Currency currency) {
        int digits = currency == null ? USUAL_DECIMALS : currency.getDefaultFractionDigits();
        if (digits < 0 || !DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(text);
        boolean written = amount.scale() <= Math.max(digits, USUAL_DECIMALS);
        boolean exact = amount.stripTrailingZeros().scale() <= digits;
        return written && exact && amount.signum() > 0 ? Optional.of(amount) : Optional.empty();
    }

    /** The currency of a current ISO 4217 code in capitals, or nothing if there is no such money, or none any more. */
    public static Optional<Currency> currencyOf(String code) {
        return Optional.ofNullable(CURRENCIES.get(code));
    }

    /** The refusal of an amount that is none in this currency; it says how many decimals there are and shows an amount that is one. */
    public static FieldError noAmount(String pointer, Currency currency, Locale language) {
        int digits = currency.getDefaultFractionDigits();
        String sample = BigDecimal.valueOf(100).setScale(digits).toPlainString();
        String text = Languages.texts(TEXTS, language).getString("amount");
        Object[] values = {Integer.toString(digits), currency.getCurrencyCode(), sample};
        return new FieldError(pointer, "format", new MessageFormat(text, Locale.ROOT).format(values));
    }

    /** The refusal of a currency that there is not. */
    public static FieldError noCurrency(String pointer, Locale language) {
        return new FieldError(pointer, "value", Languages.texts(TEXTS, language).getString("currency"));
    }
}
