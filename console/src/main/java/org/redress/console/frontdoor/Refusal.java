package org.redress.console.frontdoor;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Why the front door itself refuses a request. Everything else is the services' to refuse. */
public enum Refusal {
    /** The request names no host, or none that makes sense. */
    BAD_REQUEST(400),
    /** No service has this address. */
    NOT_FOUND(404),
    /** The client stopped in the middle of its body. */
    TOO_SLOW(408),
    /** The body is over {@link FrontDoorConfig#maxBody()}. */
    BODY_TOO_LARGE(413),
    /** The service broke off or sent what is no answer; what it did is unclear. */
    BROKEN_ANSWER(502),
    /** The service cannot be reached, or has too much to do. It did nothing. */
    UNAVAILABLE(503),
    /** The service stayed silent; what it did is unclear. */
    NO_ANSWER(504);

    /** The media type of refusals. */
    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TEXTS = "org.redress.console.frontdoor.refusals";
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.CHINESE);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What programs know it by. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether trying again can help. */
    boolean passing() {
        return status >= 502;
    }

    /**
     * The body, RFC 9457, in the language the request asks for.
     *
     * @return UTF-8 JSON text
     */
    String body(HttpServerRequest request) {
        String code = code();
        var texts = ResourceBundle.getBundle(
                TEXTS,
                language(request.getHeader("Accept-Language")),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        var body = new JsonObject()
                .put("type", "urn:redress:problem:" + code)
                .put("title", texts.getString(code))
                .put("status", status)
                .put("detail", texts.getString(code + ".detail"))
                .put("code", code);
        String id = request.getHeader(RequestHeaders.REQUEST_ID);
        return (id == null ? body : body.put("instance", id)).encode();
    }

    /** Answers a request that was not passed on. */
    public void answer(RoutingContext exchange) {
        var response = exchange.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        response.setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE).putHeader("Cache-Control", "no-store");
        if (passing()) {
            response.putHeader("Retry-After", "1");
        }
        if (this == BODY_TOO_LARGE) {
            // The rest of the body is not read: the connection cannot carry another request.
            response.putHeader("Connection", "close");
        }
        response.end(body(exchange.request()));
    }

    private static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found != null && "zh".equals(found.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
