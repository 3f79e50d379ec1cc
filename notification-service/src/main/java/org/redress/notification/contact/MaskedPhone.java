package org.redress.notification.contact;

/** A number that can be recognised by its owner and dialled by nobody. */
public final class MaskedPhone {
    private static final int SHOWN = 4;

    private MaskedPhone() {}

    /**
     * Hides the four digits before the last four: {@code +86138****0000}. A number too short to keep anything else
     * hidden is hidden completely.
     */
    public static String of(String phone) {
        if (phone.length() < 3 * SHOWN - 1) {
            return "*".repeat(SHOWN);
        }
        int end = phone.length() - SHOWN;
        return phone.substring(0, end - SHOWN) + "*".repeat(SHOWN) + phone.substring(end);
    }
}
