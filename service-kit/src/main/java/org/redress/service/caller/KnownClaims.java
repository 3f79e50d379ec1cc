package org.redress.service.caller;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verified token whose claims were read once. The library looks every name up among the standard's first, and throws and
 * catches an exception for each that is not one of those: for ours, the {@code platform}, several times a request. Immutable.
 */
final class KnownClaims extends JWTCallerPrincipal {
    private final JWTCallerPrincipal verified;
    private final Map<String, Object> claims = new HashMap<>();

    KnownClaims(JWTCallerPrincipal verified) {
        super(verified.getRawToken(), "JWT");
        this.verified = verified;
        verified.getClaimNames().forEach(name -> claims.put(name, verified.getClaim(name)));
    }

    @Override
    public Set<String> getAudience() {
        return verified.getAudience();
    }

    @Override
    public Set<String> getGroups() {
        return verified.getGroups();
    }

    @Override
    protected Collection<String> doGetClaimNames() {
        return verified.getClaimNames();
    }

    @Override
    protected @Nullable Object getClaimValue(String name) {
        Object known = claims.get(name);
        return known == null ? verified.getClaim(name) : known;
    }
}
