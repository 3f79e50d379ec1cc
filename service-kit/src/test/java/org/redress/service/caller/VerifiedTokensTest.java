package org.redress.service.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private final Verifier verifier = new Verifier();
    private Duration passed = Duration.ZERO;
    private final VerifiedTokens tokens =
            new VerifiedTokens(verifier, Clock.fixed(START, ZoneOffset.UTC), () -> passed.toNanos());

    @Test
    void aTokenIsVerifiedOnceAMinute() throws ParseException {
        parse("for an hour");
        passed = Duration.ofSeconds(59);
        parse("for an hour");
        assertThat(verifier.count).isEqualTo(1);
        passed = Duration.ofSeconds(61);
        parse("for an hour");
        assertThat(verifier.count).isEqualTo(2);
    }

    @Test
    void aTokenIsForgottenWhenItExpires() throws ParseException {
        parse("for ten seconds");
        passed = Duration.ofSeconds(11);
        parse("for ten seconds");
        assertThat(verifier.count).isEqualTo(2);
    }

    @Test
    void anotherTokenIsVerifiedByItself() throws ParseException {
        parse("for an hour");
        parse("for an hour, with another signature");
        assertThat(verifier.count).isEqualTo(2);
    }

    @Test
    void whatIsRefusedIsRefusedEachTime() {
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> parse("forged")).isInstanceOf(ParseException.class);
            assertThat(verifier.count).isEqualTo(i);
        }
    }

    private void parse(String token) throws ParseException {
        tokens.parse(token, new JWTAuthContextInfo());
    }

    /** Takes every token but one, and counts. */
    private static final class Verifier extends JWTCallerPrincipalFactory {
        private int count;

        @Override
        public JWTCallerPrincipal parse(String token, JWTAuthContextInfo expected) throws ParseException {
            count++;
            if (token.equals("forged")) {
                throw new ParseException("the signature does not match");
            }
            var claims = new JwtClaims();
            claims.setExpirationTime(
                    NumericDate.fromSeconds(START.plusSeconds(token.contains("ten seconds") ? 10 : 3_600)
                            .getEpochSecond()));
            return new DefaultJWTCallerPrincipal(token, "JWT", claims);
        }
    }
}
