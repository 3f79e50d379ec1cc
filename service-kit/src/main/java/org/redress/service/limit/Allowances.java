package org.redress.service.limit;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.redress.service.caller.Role;

/** Decides whose allowance a request is taken from. Thread-safe. */
@ApplicationScoped
class Allowances {
    private static final List<String> BACKENDS = List.of(Role.PLATFORM, Role.PARTNER, Role.SERVICE);
    private static final int SIGNATURE_TAIL = 43;

    private final LimitConfig config;
    private final Buckets buckets;
    private final Addresses addresses;

    Allowances(LimitConfig config, Buckets buckets, Addresses addresses) {
        this.config = config;
        this.buckets = buckets;
        this.addresses = addresses;
    }

    /** Whether anything is limited. */
    boolean areLimited() {
        return config.enabled();
    }

    /** Takes from the allowance of an address. */
    Taken ofAddress(HttpServerRequest request) {
        return buckets.take(Limit.of("address", config.address()), addresses.of(request));
    }

    /** Takes from the allowance for files of whoever a verified token names. */
    Taken ofUploads(JsonWebToken token) {
        return buckets.take(Limit.of("uploads", config.uploads()), person(token));
    }

    /** Takes from the allowances of a verified token and of whoever it names. */
    Taken ofPerson(JsonWebToken token) {
        if (BACKENDS.stream().anyMatch(token.getGroups()::contains)) {
            return buckets.take(Limit.of("backend", config.backend()), person(token));
        }
        String raw = token.getRawToken();
        String tail = raw.substring(Math.max(0, raw.length() - SIGNATURE_TAIL));
        Taken ofToken = buckets.take(Limit.of("token", config.token()), tail);
        return ofToken.allowed()
                ? ofToken.or(buckets.take(Limit.of("person", config.person()), person(token)))
                : ofToken;
    }

    /** An address has so many attempts left to name itself; takes nothing. */
    Taken attempts(HttpServerRequest request) {
        return buckets.look(Limit.of("failures", config.failures()), addresses.of(request));
    }

    /** Takes one of an address's attempts. */
    void failedAttempt(HttpServerRequest request) {
        buckets.take(Limit.of("failures", config.failures()), addresses.of(request));
    }

    private static String person(JsonWebToken token) {
        return token.getClaim("platform") + " " + token.getSubject();
    }
}
