package org.redress.triage.judgement;

import java.math.BigDecimal;

/** Sums of money and spans of days that a text names in digits, read in one pass. */
final class Quantities {

    private static final int MAX_DIGITS = 9;

    private BigDecimal largestSum = BigDecimal.ZERO;
    private int longestDays;

    private Quantities() {}

    static Quantities in(FoldedText folded) {
        Quantities quantities = new Quantities();
        String text = folded.value();
        int at = 0;
        while (at < text.length()) {
            at = isDigit(text, at) ? quantities.readNumber(text, at) : at + 1;
        }
        return quantities;
    }

    /** The largest sum of money named in yuan, zero if none. */
    BigDecimal largestSum() {
        return largestSum;
    }

    /** The longest span named, in days; a month counts 30, zero if none. */
    int longestDays() {
        return longestDays;
    }

    private int readNumber(String text, int from) {
        int at = from;
        StringBuilder digits = new StringBuilder();
        while (isDigit(text, at) || (at < text.length() && text.charAt(at) == ',' && isDigit(text, at + 1))) {
            if (text.charAt(at) != ',') {
                digits.append(text.charAt(at));
            }
            at++;
        }
        int whole = at;
        if (at < text.length() && text.charAt(at) == '.' && isDigit(text, at + 1)) {
            at++;
            while (isDigit(text, at)) {
                at++;
            }
        }
        if (digits.length() <= MAX_DIGITS) {
            note(Integer.parseInt(digits.toString()), text, from, at, whole);
        }
        return at;
    }

    private void note(int number, String text, int from, int end, int whole) {
        int unit = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        if (startsWithAny(text, unit, "万元", "万块", "万")) {
            sum(BigDecimal.valueOf(number).multiply(BigDecimal.valueOf(10_000)));
        } else if (startsWithAny(text, unit, "元", "块", "rmb", "cny", "yuan") || precededByYuan(text, from)) {
            sum(BigDecimal.valueOf(number));
        } else if (end == whole) {
            longestDays = Math.max(longestDays, days(number, text, unit));
        }
    }

    private void sum(BigDecimal named) {
        largestSum = largestSum.max(named);
    }

    private static int days(int number, String text, int unit) {
        if (number > 999) {
            return 0;
        }
        if (startsWithAny(text, unit, "天", "多天", "日了", "个工作日", "工作日", "days", "working days", "business days")) {
            return number;
        }
        if (startsWithAny(text, unit, "周", "个星期", "星期", "weeks", "week")) {
            return number * 7;
        }
        return startsWithAny(text, unit, "个月", "个多月", "months", "month") ? number * 30 : 0;
    }

    private static boolean precededByYuan(String text, int from) {
        return from > 0 && (text.charAt(from - 1) == '¥' || text.charAt(from - 1) == '￥');
    }

    private static boolean startsWithAny(String text, int at, String... units) {
        for (String unit : units) {
            if (text.startsWith(unit, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
