package org.redress.service.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/** The authenticated caller of the current request: tenant, subject and roles from the access token. */
@RequestScoped
public class Caller {
    private final JsonWebToken token;
    private final SecurityIdentity identity;

    Caller(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    /**
     * The tenant: the {@code platform} claim. Nobody crosses it.
     *
     * @throws ProblemException 403 when the token names no platform
     */
    public String platform() {
        String platform = token.getClaim("platform");
        if (platform == null || platform.isBlank()) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        return platform;
    }

    /**
     * The {@code sub} claim: who calls, unique within a platform and role.
     *
     * @throws ProblemException 403 when the token names nobody
     */
    public String subject() {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank()) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
        }
        return subject;
    }

    /** The roles the token carries. */
    public Set<String> roles() {
        return identity.getRoles();
    }

    /** Whether the token carries that role, see {@link Role}. */
    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** Whether the caller is a complainant and nothing else: then only own complaints may be seen. */
    public boolean isOnlyComplainant() {
        return identity.getRoles().stream().allMatch(Role.COMPLAINANT::equals);
    }
}
