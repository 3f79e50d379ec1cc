package org.redress.notification.contact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.http.BoundedHttp;
import org.redress.notification.http.HttpAnswer;
import org.redress.notification.http.NotSentException;
import org.redress.notification.http.UnclearException;

/**
 * Asks intake for a contact when a message is about to go out, and keeps nothing: a corrected number is used at once,
 * a deleted one is never used again. Safe for concurrent use.
 */
@ApplicationScoped
public class IntakeContacts {
    private final BoundedHttp http;
    private final ServiceToken token;
    private final ContactSettings settings;
    private final ObjectMapper json;

    IntakeContacts(BoundedHttp http, ServiceToken token, ContactSettings settings, ObjectMapper json) {
        this.http = http;
        this.token = token;
        this.settings = settings;
        this.json = json;
    }

    /** The contact of a complaint's complainant. Never throws for a broken outside world: it answers Away. */
    public ContactAnswer of(UUID complaintId) {
        try {
            HttpAnswer answer = http.exchange(question(complaintId), settings.timeout());
            return switch (answer.status()) {
                case 200 -> read(answer.body());
                case 404, 410 -> new ContactAnswer.Gone();
                case 401, 403 -> refused(answer.status());
                default -> new ContactAnswer.Away("intake answered " + answer.status());
            };
        } catch (NotSentException | UnclearException e) {
            return new ContactAnswer.Away("intake: " + e.getMessage());
        } catch (ServiceToken.NoTokenException e) {
            return new ContactAnswer.Away(String.valueOf(e.getMessage()));
        }
    }

    private HttpRequest question(UUID complaintId) throws ServiceToken.NoTokenException {
        URI uri = URI.create(settings.intakeUrl() + "/api/v1/complaints/" + complaintId + "/contact");
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token.get())
                .header("Accept", "application/json")
                .GET()
                .build();
    }

    private ContactAnswer refused(int status) {
        token.forget();
        return new ContactAnswer.Away("intake answered " + status);
    }

    private ContactAnswer read(byte[] body) {
        try {
            JsonNode contact = json.readTree(body);
            if (contact == null || !contact.isObject()) {
                return new ContactAnswer.Away("intake answered no JSON object");
            }
            return new ContactAnswer.Known(new Contact(text(contact, "phone"), text(contact, "language")));
        } catch (IOException e) {
            // The parser's message quotes the body, which may hold a number: it must not travel on.
            return new ContactAnswer.Away("intake answered no JSON");
        }
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }
}
