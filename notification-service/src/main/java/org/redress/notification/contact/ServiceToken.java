package org.redress.notification.contact;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * This service's own token (OAuth 2 client credentials), kept until shortly before it expires. Safe for concurrent
 * use; while one caller fetches a token the others wait for it.
 */
@ApplicationScoped
public class ServiceToken {
    private final OidcClient issuer;
    private final ContactSettings settings;
    private @Nullable Tokens current;

    ServiceToken(OidcClient issuer, ContactSettings settings) {
        this.issuer = issuer;
        this.settings = settings;
    }

    /**
     * A token that is good for now.
     *
     * @throws NoTokenException if the issuer can't be reached or refuses
     */
    synchronized String get() throws NoTokenException {
        Tokens known = current;
        if (known == null || known.isAccessTokenExpired() || known.isAccessTokenWithinRefreshInterval()) {
            known = fetch();
            current = known;
        }
        return known.getAccessToken();
    }

    /** Drops the token: whoever it was shown to refused it. */
    synchronized void forget() {
        current = null;
    }

    private Tokens fetch() throws NoTokenException {
        try {
            return issuer.getTokens().await().atMost(settings.timeout());
        } catch (RuntimeException e) {
            throw new NoTokenException(
                    "no token from the issuer: " + e.getClass().getSimpleName(), e);
        }
    }

    /** There is no token to be had now. */
    static final class NoTokenException extends Exception {
        private static final long serialVersionUID = 1L;

        NoTokenException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
