package org.redress.triage.judgement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is judged: the complainant's words and the little else that bears on severity.
 *
 * @param description free text in any language, of any length; only the first {@link FoldedText#LIMIT} characters count
 * @param chosen the category the complainant picked: a prior, corrected when the text says otherwise (R05)
 * @param amount the money at stake, in {@code currency}
 * @param currency ISO 4217 code of {@code amount}
 */
public record Statement(
        String description,
        @Nullable Category chosen,
        @Nullable BigDecimal amount,
        @Nullable String currency) {

    /** A text alone. */
    public static Statement of(String description) {
        return new Statement(description, null, null, null);
    }

    /** Says nothing of the text: a complainant's words are personal data and stay out of logs. */
    @Override
    public String toString() {
        return "Statement[chosen=" + chosen + ", amount=" + amount + ", currency=" + currency + "]";
    }
}
