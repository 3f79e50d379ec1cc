package org.redress.service.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.Claims;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class KnownClaimsTest {
    private final JwtClaims claims = new JwtClaims();

    @Test
    void aTokenSaysWhatTheLibraryReadFromIt() {
        claims.setSubject("u-1");
        claims.setIssuer("shop");
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringListClaim("groups", "agent", "admin");
        claims.setAudience("redress", "others");
        claims.setClaim("platform", "kamen");
        claims.setClaim("tier", 2);

        JWTCallerPrincipal verified = new DefaultJWTCallerPrincipal("raw", "JWT", claims);
        var known = new KnownClaims(verified);

        assertThat(said(known)).isEqualTo(said(verified));
        assertThat(known).hasToString(verified.toString());
    }

    @Test
    void aTokenThatSaysNothingIsReadAlike() {
        JWTCallerPrincipal verified = new DefaultJWTCallerPrincipal("raw", "JWT", claims);

        assertThat(said(new KnownClaims(verified))).isEqualTo(said(verified));
    }

    @Test
    void aClaimOfOursIsAskedForOnce() {
        claims.setClaim("platform", "kamen");
        var counted = new Counted(claims);
        var known = new KnownClaims(counted);

        for (int i = 0; i < 3; i++) {
            assertThat(known.<String>getClaim("platform")).isEqualTo("kamen");
        }
        assertThat(counted.asked).containsOnlyOnce("platform");
    }

    /** Everything of the standard's and of ours that can be asked for. */
    private static List<Object> said(JWTCallerPrincipal token) {
        List<Object> said = new ArrayList<>();
        Stream.concat(Stream.of(Claims.values()).map(Claims::name), Stream.of("platform", "tier", "unheard of"))
                .forEach(name -> said.add(name + "=" + token.getClaim(name)));
        said.add(token.getName());
        said.add(token.getAudience());
        said.add(token.getGroups());
        said.add(token.getClaimNames());
        said.add(token.getRawToken());
        return said;
    }

    /** Remembers what it was asked for. */
    private static final class Counted extends DefaultJWTCallerPrincipal {
        private final Collection<String> asked = new ArrayList<>();

        Counted(JwtClaims claims) {
            super("raw", "JWT", claims);
        }

        @Override
        protected Object getClaimValue(String name) {
            asked.add(name);
            return super.getClaimValue(name);
        }
    }
}
