package org.redress.service.limit;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.redress.service.http.PlainRefusals;
import org.redress.service.problem.ProblemCode;

/** An address that keeps sending tokens that are none is not listened to for a while: its next ones are not even verified. */
@ApplicationScoped
public class LimitedAttempts {
    private static final int BEFORE_AUTHENTICATION = -8_000;
    private static final int UNAUTHORIZED = 401;

    private final Allowances allowances;
    private final PlainRefusals refusals;

    LimitedAttempts(Allowances allowances, PlainRefusals refusals) {
        this.allowances = allowances;
        this.refusals = refusals;
    }

    void install(@Observes Router router) {
        if (allowances.areLimited()) {
            router.route("/api/*").order(BEFORE_AUTHENTICATION).handler(this::count);
        }
    }

    private void count(RoutingContext context) {
        Taken left = allowances.attempts(context.request());
        if (!left.allowed()) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, left.retryAfter())));
            refusals.answer(context, ProblemCode.RATE_LIMITED);
            return;
        }
        context.addEndHandler(ended -> {
            if (context.response().getStatusCode() == UNAUTHORIZED) {
                allowances.failedAttempt(context.request());
            }
        });
        context.next();
    }
}
