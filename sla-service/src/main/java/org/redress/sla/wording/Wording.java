package org.redress.sla.wording;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.redress.deadline.document.Problem;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;

/** Puts refusals into the language of the current request. Only to be used while a request is served. Thread safe. */
@ApplicationScoped
public class Wording {
    private final HttpServerRequest request;

    Wording(HttpServerRequest request) {
        this.request = request;
    }

    /**
     * What the engine found wrong, as fields of the request's body.
     *
     * @param under where the document stands in the body, empty for the body itself
     */
    public List<FieldError> of(List<Problem> problems, String under) {
        Texts texts = new Texts(language());
        return problems.stream()
                .map(wrong -> new FieldError(under + wrong.pointer(), wrong.code(), texts.of(wrong)))
                .toList();
    }

    /** What this service found wrong with a field; {@code key} and values as in the bundle. */
    public FieldError of(String pointer, String code, String key, Object... values) {
        return new FieldError(pointer, code, text(key, values));
    }

    /** A sentence of the bundle. */
    public String text(String key, Object... values) {
        return new Texts(language()).text(key, values);
    }

    private Locale language() {
        return Languages.of(request.getHeader("Accept-Language"));
    }
}
