package org.redress.service.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.redress.service.problem.Problem;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.Problems;

/** Problem bodies for refusals that never reach a resource: too large a body, no such path. */
@ApplicationScoped
public class PlainRefusals {
    private static final int AFTER_THE_REQUEST_ID = -9_000;

    private final Problems problems;
    private final long maxBodySize;

    PlainRefusals(
            Problems problems, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.problems = problems;
        this.maxBodySize = maxBodySize.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(AFTER_THE_REQUEST_ID).handler(this::refuseLargeBody);
        router.errorHandler(413, context -> answer(context, ProblemCode.BODY_TOO_LARGE));
        router.errorHandler(404, context -> answer(context, ProblemCode.NOT_FOUND));
        router.errorHandler(405, context -> answer(context, ProblemCode.METHOD_NOT_ALLOWED));
        router.errorHandler(400, context -> answer(context, ProblemCode.BAD_REQUEST));
    }

    /** The framework refuses it too, but without a body; a body that does not say its length meets it there. */
    private void refuseLargeBody(RoutingContext context) {
        if (announcedLength(context) > maxBodySize) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            answer(context, ProblemCode.BODY_TOO_LARGE);
        } else {
            context.next();
        }
    }

    private static long announcedLength(RoutingContext context) {
        try {
            String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Ends a request with a problem, unless it has an answer already. */
    public void answer(RoutingContext context, ProblemCode code) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        var request = context.request();
        var problem = problems.problem(
                code,
                null,
                List.of(),
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                request.getHeader(RequestIds.HEADER));
        context.response()
                .setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problems.text(problem));
    }
}
