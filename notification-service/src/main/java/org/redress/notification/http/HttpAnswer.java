package org.redress.notification.http;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer.
 *
 * @param status the HTTP status
 * @param headers the header fields
 * @param body the body, within the cap
 */
@SuppressWarnings("ArrayRecordComponent") // passed from hand to hand, never compared
public record HttpAnswer(int status, HttpHeaders headers, byte[] body) {

    /** Whether the status says that the request was carried out. */
    public boolean successful() {
        return status >= 200 && status < 300;
    }

    /** The pause that a {@code Retry-After} in seconds asks for; null without one. A date is not honoured. */
    public @Nullable Duration retryAfter() {
        try {
            OptionalLong seconds = headers.firstValueAsLong("Retry-After");
            return seconds.isPresent() && seconds.getAsLong() >= 0 ? Duration.ofSeconds(seconds.getAsLong()) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
