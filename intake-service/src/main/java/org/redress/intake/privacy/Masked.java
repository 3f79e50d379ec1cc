package org.redress.intake.privacy;

/** Single fields with personal data as they may be shown: enough to recognise one's own, not enough to use. */
public final class Masked {
    private Masked() {}

    /** A phone number in E.164 as {@code 138****0000}: national, the middle hidden. */
    public static String phone(String e164) {
        String national = e164.startsWith("+86") ? e164.substring(3) : e164;
        if (national.length() < 8) {
            return "*".repeat(national.length());
        }
        String head = national.substring(0, 3);
        return head + "****" + national.substring(national.length() - 4);
    }

    /** A name as its first letter and as many stars as letters follow, four at most. */
    public static String name(String name) {
        int letters = name.codePointCount(0, name.length());
        if (letters <= 1) {
            return "*";
        }
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(Math.min(4, letters - 1));
    }

    /** A mail address as its first letter, stars and the domain. */
    public static String email(String email) {
        int at = email.lastIndexOf('@');
        return at < 1 ? "****" : email.substring(0, 1) + "***" + email.substring(at);
    }
}
