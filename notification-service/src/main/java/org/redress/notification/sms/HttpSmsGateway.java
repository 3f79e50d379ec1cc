package org.redress.notification.sms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.notification.http.BoundedHttp;
import org.redress.notification.http.HttpAnswer;
import org.redress.notification.http.NotSentException;
import org.redress.notification.http.UnclearException;

/**
 * The gateway over HTTP: {@code POST /messages}, and {@code GET /messages/{outId}} to ask what became of one.
 * Answers are read as mistrustfully as the network deserves: only a 2xx with the expected JSON counts as accepted.
 */
@ApplicationScoped
public class HttpSmsGateway implements SmsGateway {
    /** Refusals that concern the message itself; any other 4xx is a setting that ops can mend, and is tried again. */
    private static final Set<Integer> FOR_GOOD = Set.of(400, 413, 415, 422);
    /** Answers after which the gateway itself may still be at work. */
    private static final Set<Integer> STILL_OPEN = Set.of(202, 408, 502, 504);

    private final BoundedHttp http;
    private final SmsSettings settings;
    private final ObjectMapper json;

    HttpSmsGateway(BoundedHttp http, SmsSettings settings, ObjectMapper json) {
        this.http = http;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public GatewayAnswer send(ShortMessage message) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url() + "/messages"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(message)))
                .build();
        try {
            return sent(http.exchange(request, settings.timeout()));
        } catch (NotSentException e) {
            return new GatewayAnswer.NotAccepted(String.valueOf(e.getMessage()), null);
        } catch (UnclearException e) {
            return new GatewayAnswer.Unclear(String.valueOf(e.getMessage()), false);
        }
    }

    @Override
    public GatewayAnswer lookUp(String outId) {
        String id = URLEncoder.encode(outId, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.url() + "/messages/" + id))
                .header("Accept", "application/json")
                .GET()
                .build();
        try {
            return found(outId, http.exchange(request, settings.timeout()));
        } catch (NotSentException | UnclearException e) {
            return new GatewayAnswer.Unclear("look-up: " + e.getMessage(), false);
        }
    }

    private GatewayAnswer sent(HttpAnswer answer) {
        int status = answer.status();
        String reason = "gateway answered " + status;
        if (answer.successful()) {
            String messageId = text(answer.body(), "messageId");
            return messageId == null
                    ? new GatewayAnswer.Unclear(reason + " without a message id", !STILL_OPEN.contains(status))
                    : new GatewayAnswer.Accepted(messageId);
        }
        if (status == 429) {
            return new GatewayAnswer.NotAccepted(reason, answer.retryAfter());
        }
        if (FOR_GOOD.contains(status)) {
            return new GatewayAnswer.Refused(reason);
        }
        // 409 says that it knows the id already: from an attempt of ours, or not at all. The look-up tells.
        if (status >= 400 && status < 500 && status != 408 && status != 409) {
            return new GatewayAnswer.NotAccepted(reason, null);
        }
        return new GatewayAnswer.Unclear(reason, !STILL_OPEN.contains(status));
    }

    private GatewayAnswer found(String outId, HttpAnswer answer) {
        if (answer.status() == 404) {
            return new GatewayAnswer.NotAccepted("look-up: never accepted", null);
        }
        if (answer.status() == 200 && outId.equals(text(answer.body(), "outId"))) {
            return new GatewayAnswer.Accepted(text(answer.body(), "messageId"));
        }
        return new GatewayAnswer.Unclear("look-up: gateway answered " + answer.status(), false);
    }

    private byte[] body(ShortMessage message) {
        try {
            return json.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable String text(byte[] body, String field) {
        try {
            JsonNode value = json.readTree(body).path(field);
            return value.isTextual() ? value.textValue() : null;
        } catch (IOException e) {
            return null;
        }
    }
}
