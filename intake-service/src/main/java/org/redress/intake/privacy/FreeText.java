package org.redress.intake.privacy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Masks personal data and card codes in what people wrote, so that the text can travel on a topic: mail addresses,
 * identity card numbers, phone numbers, bank cards, card passwords and activation codes. It errs towards masking: a
 * long order number may lose its middle, a phone number never gets through.
 *
 * <p>Pure and thread safe. All patterns are linear in the length of the text.
 */
public final class FreeText {
    /** What people put between digits: blanks, dashes, dots, and marks that cannot be seen. */
    private static final String GAP = "[\\s\\-._·•\\u2010-\\u2015\\u200B-\\u200D\\u2060\\uFEFF]{0,3}+";

    private static final String NAMED_SECRET = "(?:卡密|卡号|密码|激活码|兑换码|充值码|序列号|验证码|password|passwd|pin|code|serial|key)";

    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}+@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}");

    private static final List<Pattern> PHONES = List.of(
            Pattern.compile("(?<![0-9])1" + GAP + "[3-9](?:" + GAP + "[0-9]){9}(?![0-9])"),
            Pattern.compile("(?<![0-9])0[0-9]{2,3}" + GAP + "[0-9]{7,8}(?![0-9])"),
            Pattern.compile("\\+[0-9](?:" + GAP + "[0-9]){7,14}(?![0-9])"));

    private static final Pattern IDENTITY_CARD =
            Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){16}" + GAP + "[0-9Xx](?![0-9])");

    private static final Pattern BANK_CARD = Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){11,18}(?![0-9])");

    private static final List<Pattern> CODES = List.of(
            Pattern.compile(
                    NAMED_SECRET + "[是为:=\\s#号]{0,4}((?=[A-Za-z-]{0,63}[0-9])[A-Za-z0-9][A-Za-z0-9-]{3,63}+)",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?<![A-Za-z0-9])[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8}){2,7}(?![A-Za-z0-9])"));

    private static final Pattern LONG_CODE = Pattern.compile(
            "(?<![A-Za-z0-9])(?=[A-Za-z]{0,31}[0-9])(?=[0-9]{0,31}[A-Za-z])[A-Za-z0-9]{12,32}(?![A-Za-z0-9])");

    private static final List<Pattern> SECRETS = Stream.of(
                    Stream.of(MAIL),
                    CODES.stream(),
                    Stream.of(IDENTITY_CARD, BANK_CARD),
                    PHONES.stream(),
                    Stream.of(LONG_CODE))
            .flatMap(patterns -> patterns)
            .toList();

    /** A number of the length of a card's with no letter beside it; order numbers often have letters before as many digits. */
    private static final Pattern CARD_ALONE =
            Pattern.compile("(?<![0-9A-Za-z])[0-9](?:" + GAP + "[0-9]){11,17}(?:" + GAP + "[0-9Xx])?(?![0-9A-Za-z])");

    private static final int SHORTEST_KEPT = 6;

    private FreeText() {}

    /**
     * The text with every secret in it masked.
     *
     * @param keep a word that is no secret although it may look like a code, e.g. the order number of the case. It stays
     *     where it stands alone; one of less than six characters, or that looks like a phone, a card or an address, is
     *     masked like everything else, and so is what goes on beyond it
     */
    public static String masked(String text, String keep) {
        StringBuilder plain = new StringBuilder(halfWidth(text));
        List<MatchResult> kept = kept(plain, halfWidth(keep));
        StringBuilder masked = new StringBuilder(text);
        for (Pattern secret : SECRETS) {
            Matcher matcher = secret.matcher(plain);
            while (matcher.find()) {
                int group = matcher.groupCount();
                MatchResult match = matcher.toMatchResult();
                if (!within(kept, match.start(group), match.end(group))) {
                    hide(masked, plain, match, group);
                }
            }
        }
        return masked.toString();
    }

    /** Where the word stands alone, if it may stay at all. */
    private static List<MatchResult> kept(CharSequence plain, String keep) {
        if (keep.isBlank() || keep.length() < SHORTEST_KEPT || isPersonal(keep)) {
            return List.of();
        }
        return Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(keep) + "(?![A-Za-z0-9])")
                .matcher(plain)
                .results()
                .toList();
    }

    private static boolean isPersonal(String word) {
        return Stream.concat(PHONES.stream(), Stream.of(MAIL, CARD_ALONE))
                .anyMatch(secret -> secret.matcher(word).find());
    }

    private static boolean within(List<MatchResult> kept, int start, int end) {
        return kept.stream().anyMatch(place -> place.start() <= start && end <= place.end());
    }

    private static void hide(StringBuilder masked, StringBuilder plain, MatchResult match, int group) {
        int length = match.group(group).length();
        int head = length >= 11 ? 3 : Math.min(1, length - 1);
        int tail = length >= 15 ? 4 : 0;
        for (int i = match.start(group) + head; i < match.end(group) - tail; i++) {
            if (Character.isLetterOrDigit(masked.charAt(i))) {
                masked.setCharAt(i, '*');
                plain.setCharAt(i, '*');
            }
        }
    }

    /** Full-width forms and other scripts' digits as ASCII, one for one, so that positions stay the same. */
    static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) {
                plain.append((char) ('0' + Character.digit(c, 10)));
            } else {
                plain.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c);
            }
        }
        return plain.toString();
    }
}
