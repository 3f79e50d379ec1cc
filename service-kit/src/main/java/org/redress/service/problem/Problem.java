package org.redress.service.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every refusal, RFC 9457.
 *
 * @param type a stable name of the kind of problem, not a page
 * @param title the kind, in the reader's language
 * @param detail this case, in the reader's language
 * @param code the kind, for programs
 * @param instance the request's id, to quote when asking for help
 * @param errors the wrong fields
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        @Nullable String instance,
        List<FieldError> errors) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";
}
