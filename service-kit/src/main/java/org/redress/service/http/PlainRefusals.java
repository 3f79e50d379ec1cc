package org.redress.service.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.redress.service.problem.Problem;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.Problems;

/** Problem bodies for refusals that never reach a resource: too large a body, no such path. */
@ApplicationScoped
public class PlainRefusals {
    private final Problems problems;

    PlainRefusals(Problems problems) {
        this.problems = problems;
    }

    void install(@Observes Router router) {
        router.errorHandler(413, context -> answer(context, ProblemCode.BODY_TOO_LARGE));
        router.errorHandler(404, context -> answer(context, ProblemCode.NOT_FOUND));
        router.errorHandler(405, context -> answer(context, ProblemCode.METHOD_NOT_ALLOWED));
        router.errorHandler(400, context -> answer(context, ProblemCode.BAD_REQUEST));
    }

    private void answer(RoutingContext context, ProblemCode code) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        String language = context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        context.response()
                .setStatusCode(code.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problems.text(problems.problem(code, null, List.of(), language)));
    }
}
