package org.redress.notification.contact;

import org.jspecify.annotations.Nullable;

/**
 * How a complainant can be reached right now. Lives only as long as one attempt; its text form hides the number.
 *
 * @param phone the number in E.164, null if there is none
 * @param language the language tag the complainant prefers, null if unknown
 */
public record Contact(@Nullable String phone, @Nullable String language) {
    @Override
    public String toString() {
        return "Contact[phone=" + (phone == null ? "none" : MaskedPhone.of(phone)) + ", language=" + language + "]";
    }
}
