package org.redress.intake.privacy;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What somebody outside calls something: the number of a file, of a payment. It travels on topics, so it is no place for
 * words, and nobody's phone or identity card. Pure and thread safe.
 */
public final class Reference {
    /** Ranges, since the classes of letters and digits are none in the regular expressions of OpenAPI's tools. */
    private static final String LETTERS_AND_DIGITS =
            "A-Za-z0-9\\u00c0-\\u024f\\u0370-\\u052f\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a";

    private static final String MARKS = "\\-_/.#:+=()\\[\\]（）〔〕";

    /** Letters, digits and the marks that such numbers are written with; nothing that words need. */
    public static final String FORM = "[" + LETTERS_AND_DIGITS + MARKS + "]*";

    private static final Pattern STRANGE = Pattern.compile("[^" + LETTERS_AND_DIGITS + MARKS + "]+");

    private static final String GAP = "[\\s\\-_.·]{0,3}+";

    /** No digit or letter of a hash beside it: digits within one are nobody's number. */
    private static final String BEGINS = "(?<![0-9A-Fa-f])";

    private static final String ENDS = "(?![0-9A-Fa-f])";

    private static final String A_DATE = "20[0-9]{2}(?:0[1-9]|1[0-2])[0-9]{2}(?![0-9])";

    /** Narrower than what is masked in texts: a reference may well be ten or twenty digits, or have as many in groups. */
    private static final List<Pattern> PERSONAL = List.of(
            Pattern.compile(
                    BEGINS + "(?:(?:00)?86" + GAP + ")?1[3-9][0-9]" + GAP + "[0-9]{4}" + GAP + "[0-9]{4}" + ENDS),
            Pattern.compile(BEGINS + "0[1-9][0-9]{1,2}[\\s\\-_.)]{1,3}+(?!" + A_DATE + ")[2-9][0-9]{6,7}" + ENDS),
            Pattern.compile("\\+[0-9](?:" + GAP + "[0-9]){7,14}" + ENDS),
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}\\.[A-Za-z0-9-]{1,63}"),
            Pattern.compile(BEGINS + "[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
                    + "[0-9]{3}[0-9Xx](?![0-9A-Za-z])"));

    private Reference() {}

    /** Whether this is a reference that may travel. */
    public static boolean isOne(String text) {
        return !text.isEmpty() && text.matches(FORM) && !isPersonal(text);
    }

    /** Whether a phone number, an identity card number or a mail address is in it. */
    public static boolean isPersonal(String text) {
        String plain = FreeText.halfWidth(text);
        return PERSONAL.stream().anyMatch(pattern -> pattern.matcher(plain).find());
    }

    /**
     * A reference that may travel, of what another system calls one: itself if it is one. What looks personal is shortened to
     * its ends, so that two of them are still told apart.
     */
    public static String of(String text) {
        String tidy = STRANGE.matcher(text).replaceAll("-");
        while (isPersonal(tidy)) {
            String plain = FreeText.halfWidth(tidy);
            for (Pattern pattern : PERSONAL) {
                plain = pattern.matcher(plain).replaceAll(found -> ends(found.group()));
            }
            tidy = plain;
        }
        return tidy;
    }

    /** Always shorter than what it is of. */
    private static String ends(String number) {
        return number.substring(0, 3).replace('+', '-') + "-" + number.substring(number.length() - 4);
    }
}
