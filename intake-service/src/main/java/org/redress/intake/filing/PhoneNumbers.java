package org.redress.intake.filing;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Phone numbers as people write them. */
final class PhoneNumbers {
    private static final String HOME = "CN";

    private PhoneNumbers() {}

    /** The number in E.164, or nothing if no such number can exist. Without a country code it is a Chinese one. */
    static Optional<String> e164(String text) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            var number = phones.parse(text, HOME);
            return phones.isValidNumber(number) && !number.hasExtension()
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
