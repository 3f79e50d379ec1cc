package org.redress.notification.sms;

import java.util.Map;
import org.redress.notification.contact.MaskedPhone;

/**
 * A message for the gateway. Mainland gateways take an approved template and its values; others take the text.
 *
 * @param outId our id for it, the same at every attempt
 * @param to the number in E.164
 * @param template the template's name at the gateway
 * @param params the template's values
 * @param text the whole text
 */
public record ShortMessage(String outId, String to, String template, Map<String, String> params, String text) {
    @Override
    public String toString() {
        return "ShortMessage[outId=" + outId + ", to=" + MaskedPhone.of(to) + ", template=" + template + "]";
    }
}
