package org.redress.intake.contact;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a complainant is reached, in clear.
 *
 * @param phone in E.164
 * @param language the language to write in, {@code zh-CN} or {@code en}
 */
@Schema(name = "Contact")
public record Contact(
        String complainantId,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        String language) {
    /** Shows the subject alone: names, phones and addresses stay out of logs. */
    @Override
    public String toString() {
        return "Contact[complainantId=" + complainantId + "]";
    }
}
