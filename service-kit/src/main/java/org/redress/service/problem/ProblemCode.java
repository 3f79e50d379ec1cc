package org.redress.service.problem;

import java.util.Locale;

/** Every kind of refusal a client can meet, with its HTTP status. The wire code never changes; texts are localised. */
public enum ProblemCode {
    /** The body is no JSON: bad syntax, bad UTF-8, the same key twice, nested too deeply. */
    MALFORMED_JSON(400),
    /** The request line or a header makes no sense. */
    BAD_REQUEST(400),
    /** No token, or one that is not valid. */
    UNAUTHORIZED(401),
    /** A valid token that may not do this. */
    FORBIDDEN(403),
    /** Absent, or not yours: the same answer for both. */
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    /** The body did not come to its end in the time it has. */
    TOO_SLOW(408),
    /** The thing is in a state that does not allow this, or someone else was first. */
    CONFLICT(409),
    /** A request with the same key is being worked on. */
    IDEMPOTENCY_IN_FLIGHT(409),
    /** {@code If-Match} names a version that is no longer current. */
    STALE(412),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    /** The file has no byte of the range that is asked for. */
    RANGE_NOT_SATISFIABLE(416),
    /** Well-formed, but a field is missing, of the wrong type or has a value that is not accepted. */
    INVALID(422),
    /** The same key came before with another request. */
    IDEMPOTENCY_KEY_REUSED(422),
    /** The case itself takes this only now and then, such as an urging. */
    TOO_MANY_REQUESTS(429),
    /** More requests than a person, a token or an address may send in so short a time. */
    RATE_LIMITED(429),
    INTERNAL_ERROR(500),
    /** Something needed is away for the moment; trying again is right. */
    UNAVAILABLE(503);

    private final int status;

    ProblemCode(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The stable code on the wire, in kebab case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
