package org.redress.service.query;

import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/**
 * Refuses queries that say something else than their sender means (422): a filter that is empty, mistyped or there twice would
 * show more than was asked for, and NUL is what no database stores. Names are refused where any are declared, on reading alone.
 * Thread-safe.
 */
@Singleton
public class CheckedQueries {
    /** Behind the limits: what is refused here counts there. */
    private static final int AFTER_THE_LIMITS = Priorities.USER + 100;

    private final Map<Method, DeclaredParameters> declared = new ConcurrentHashMap<>();

    /** Lets a good query pass. */
    @ServerRequestFilter(priority = AFTER_THE_LIMITS)
    public void check(ContainerRequestContext context, ResourceInfo resource, HttpHeaders headers) {
        Map<String, List<String>> query = context.getUriInfo().getQueryParameters();
        Method method = resource.getResourceMethod();
        if (query.isEmpty() || method == null) {
            return;
        }
        DeclaredParameters known = declared.computeIfAbsent(method, DeclaredParameters::of);
        boolean reads = !known.byName().isEmpty() && List.of("GET", "HEAD").contains(context.getMethod());
        List<FieldError> wrong =
                new QueryRules(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)).wrong(query, known, reads);
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
    }
}
