package org.redress.service.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.ConnectionException;
import org.redress.service.http.AllowedMethods;

/** The one place where an exception becomes an answer. Says nothing of classes, SQL or stacks to the client. */
@Singleton
public class ExceptionMappers {
    private static final Logger LOG = Logger.getLogger(ExceptionMappers.class);

    private final Problems problems;
    private final AllowedMethods allowed;

    ExceptionMappers(Problems problems, AllowedMethods allowed) {
        this.problems = problems;
        this.allowed = allowed;
    }

    /** A refusal by our own code. */
    @ServerExceptionMapper
    public Response refused(ProblemException refusal, HttpHeaders headers) {
        return problems.answer(refusal, headers);
    }

    /** A body that could not be read. */
    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException failure, HttpHeaders headers) {
        return problems.unreadable(failure, headers);
    }

    /** A body that is JSON, but not the JSON that is asked for; the framework has a mapper of its own for this one. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException failure, HttpHeaders headers) {
        return unreadable(failure, headers);
    }

    /** Fields that broke a constraint. */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException violations, HttpHeaders headers) {
        return problems.answer(InvalidFields.refusal(violations), headers);
    }

    /** No token where one is needed. */
    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException failure, HttpHeaders headers) {
        return problems.answer(ProblemCode.UNAUTHORIZED, null, List.of(), headers);
    }

    /** A token that is not valid. */
    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException failure, HttpHeaders headers) {
        return problems.answer(ProblemCode.UNAUTHORIZED, null, List.of(), headers);
    }

    /** A valid token without the role. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException failure, HttpHeaders headers) {
        return problems.answer(ProblemCode.FORBIDDEN, null, List.of(), headers);
    }

    /** What the HTTP layer itself refuses: no such path, method, media type, or a body it could not read. */
    @ServerExceptionMapper
    public Response refusedByHttpLayer(
            WebApplicationException refusal, HttpHeaders headers, UriInfo uri, Request request) {
        if (refusal.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable, headers);
        }
        return switch (refusal.getResponse().getStatus()) {
            case 404 ->
                allowed.onlyOthers(request.getMethod(), uri.getPath())
                        ? methodNotAllowed(headers, uri)
                        : problems.answer(ProblemCode.NOT_FOUND, null, List.of(), headers);
            case 405 -> methodNotAllowed(headers, uri);
            case 406 -> problems.answer(ProblemCode.NOT_ACCEPTABLE, null, List.of(), headers);
            case 413 -> problems.answer(ProblemCode.BODY_TOO_LARGE, null, List.of(), headers);
            case 415 -> problems.answer(ProblemCode.UNSUPPORTED_MEDIA_TYPE, null, List.of(), headers);
            case 500 -> unexpected(refusal, headers);
            default -> problems.answer(ProblemCode.BAD_REQUEST, null, List.of(), headers);
        };
    }

    private Response methodNotAllowed(HttpHeaders headers, UriInfo uri) {
        return Response.fromResponse(problems.answer(ProblemCode.METHOD_NOT_ALLOWED, null, List.of(), headers))
                .header(HttpHeaders.ALLOW, allowed.at(uri.getPath()))
                .build();
    }

    /** The database is away or has no connection free. */
    @ServerExceptionMapper
    public Response databaseAway(ConnectionException failure, HttpHeaders headers) {
        LOG.warnf("database away: %s", LoggedFailure.of(failure));
        return problems.answer(ProblemCode.UNAVAILABLE, null, List.of(), headers);
    }

    /** Everything else is a defect of ours, unless the database went away in the middle. */
    @ServerExceptionMapper(Throwable.class)
    public Response unexpected(Throwable failure, HttpHeaders headers) {
        if (lostDatabase(failure)) {
            LOG.warnf("database lost: %s", LoggedFailure.of(failure));
            return problems.answer(ProblemCode.UNAVAILABLE, null, List.of(), headers);
        }
        LOG.error("request failed", LoggedFailure.of(failure));
        return problems.answer(ProblemCode.INTERNAL_ERROR, null, List.of(), headers);
    }

    /** SQL states of class 08 (connection), 57P (shut down) and 53 (no resources). */
    private static boolean lostDatabase(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                return state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
            }
        }
        return false;
    }
}
