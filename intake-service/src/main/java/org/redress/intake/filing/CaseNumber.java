package org.redress.intake.filing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The number a complainant is given (R06), e.g. {@code QH-20261122-7K3M9XQ2ZC4}: the platform's prefix, the local date,
 * ten characters that cannot be guessed (50 bits, Crockford's base 32: no I, L, O, U) and a check character over date
 * and characters, which finds every single wrong character and every swap of two neighbours but {@code 0Z}.
 */
final class CaseNumber {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = ALPHABET.length();
    private static final int LENGTH = 10;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private CaseNumber() {}

    /**
     * A new number.
     *
     * @param random a source that cannot be guessed
     */
    static String next(String prefix, LocalDate date, RandomGenerator random) {
        String day = DATE.format(date);
        StringBuilder part = new StringBuilder(LENGTH + 1);
        for (int i = 0; i < LENGTH; i++) {
            part.append(ALPHABET.charAt(random.nextInt(BASE)));
        }
        return prefix + "-" + day + "-" + part.append(check(day + part));
    }

    /** Whether the check character fits, so that a misheard number is told from one that is not known. */
    static boolean isSound(String number) {
        String[] parts = number.split("-", -1);
        if (parts.length != 3 || parts[1].length() != 8 || parts[2].length() != LENGTH + 1) {
            return false;
        }
        String body = parts[1] + parts[2].substring(0, LENGTH);
        return body.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0) && check(body) == parts[2].charAt(LENGTH);
    }

    /** Luhn's algorithm to the base of 32. */
    private static char check(String body) {
        int sum = 0;
        int factor = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            int addend = factor * ALPHABET.indexOf(body.charAt(i));
            sum += addend / BASE + addend % BASE;
            factor = 3 - factor;
        }
        return ALPHABET.charAt((BASE - sum % BASE) % BASE);
    }
}
