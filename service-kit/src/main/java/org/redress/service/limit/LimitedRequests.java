package org.redress.service.limit;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.Problems;

/**
 * Counts every request that reaches a resource, by person and token, without a token by address; refuses what is too much with
 * 429 and {@code Retry-After}. Answers say what is left ({@code RateLimit}, {@code RateLimit-Policy}).
 */
@Singleton
public class LimitedRequests {
    private static final String TAKEN = "org.redress.service.limit.taken";

    private final Allowances allowances;
    private final Problems problems;
    private final CurrentIdentityAssociation association;

    LimitedRequests(Allowances allowances, Problems problems, CurrentIdentityAssociation association) {
        this.allowances = allowances;
        this.problems = problems;
        this.association = association;
    }

    /** Counts a request, or ends it. */
    @ServerRequestFilter
    public @Nullable Response count(
            ContainerRequestContext context, ResourceInfo resource, HttpServerRequest request, HttpHeaders headers) {
        if (!allowances.areLimited()) {
            return null;
        }
        Taken taken = token().map(
                        token -> isUpload(resource) ? allowances.ofUploads(token) : allowances.ofPerson(token))
                .orElseGet(() -> allowances.ofAddress(request));
        context.setProperty(TAKEN, taken);
        if (taken.allowed()) {
            return null;
        }
        return Response.fromResponse(problems.answer(ProblemCode.RATE_LIMITED, null, List.of(), headers))
                .header(HttpHeaders.RETRY_AFTER, Math.max(1, taken.retryAfter()))
                .build();
    }

    /** Says what is left. */
    @ServerResponseFilter
    public void tell(ContainerRequestContext context, ContainerResponseContext answer) {
        if (context.getProperty(TAKEN) instanceof Taken taken) {
            answer.getHeaders().putSingle("RateLimit", taken.header());
            answer.getHeaders().putSingle("RateLimit-Policy", taken.limit().policy());
        }
    }

    /** The verified token. By now it is verified where one is needed; a resource for everybody may not have looked at it. */
    private Optional<JsonWebToken> token() {
        try {
            SecurityIdentity identity = association
                    .getDeferredIdentity()
                    .subscribeAsCompletionStage()
                    .getNow(null);
            return identity != null && identity.getPrincipal() instanceof JsonWebToken token
                    ? Optional.of(token)
                    : Optional.empty();
        } catch (CompletionException e) {
            return Optional.empty();
        }
    }

    private static boolean isUpload(ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        return method != null && method.isAnnotationPresent(Upload.class);
    }
}
