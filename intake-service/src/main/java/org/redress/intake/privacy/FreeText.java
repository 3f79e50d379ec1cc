package org.redress.intake.privacy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}+@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}"),
            Pattern.compile(
                    NAMED_SECRET + "[是为:=\\s#号]{0,4}((?=[A-Za-z-]{0,63}[0-9])[A-Za-z0-9][A-Za-z0-9-]{3,63}+)",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("(?<![A-Za-z0-9])[A-Za-z0-9]{4,8}(?:-[A-Za-z0-9]{4,8}){2,7}(?![A-Za-z0-9])"),
            Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){16}" + GAP + "[0-9Xx](?![0-9])"),
            Pattern.compile("(?<![0-9])[0-9](?:" + GAP + "[0-9]){11,18}(?![0-9])"),
            Pattern.compile("(?<![0-9])1" + GAP + "[3-9](?:" + GAP + "[0-9]){9}(?![0-9])"),
            Pattern.compile("(?<![0-9])0[0-9]{2,3}" + GAP + "[0-9]{7,8}(?![0-9])"),
            Pattern.compile("\\+[0-9](?:" + GAP + "[0-9]){7,14}(?![0-9])"),
            Pattern.compile(
                    "(?<![A-Za-z0-9])(?=[A-Za-z]{0,31}[0-9])(?=[0-9]{0,31}[A-Za-z])[A-Za-z0-9]{12,32}(?![A-Za-z0-9])"));

    private FreeText() {}

    /**
     * The text with every secret in it masked.
     *
     * @param keep a word that is no secret although it may look like one, e.g. the order number of the case
     */
    public static String masked(String text, String keep) {
        StringBuilder plain = new StringBuilder(halfWidth(keep.isBlank() ? text : text.replace(keep, blank(keep))));
        StringBuilder masked = new StringBuilder(text);
        for (Pattern secret : SECRETS) {
            Matcher matcher = secret.matcher(plain);
            while (matcher.find()) {
                int group = matcher.groupCount();
                hide(masked, plain, matcher.toMatchResult(), group);
            }
        }
        return masked.toString();
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

    /** As long as the word, and nothing that a pattern would take for part of a secret. */
    private static String blank(String word) {
        return "\uFFFC".repeat(word.length());
    }

    /** Full-width forms and other scripts' digits as ASCII, one for one, so that positions stay the same. */
    private static String halfWidth(String text) {
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
