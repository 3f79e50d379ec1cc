package org.redress.notification.contact;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * This service's own token (OAuth 2 client credentials), kept until shortly before it expires. Safe for concurrent
 * use; while one caller fetches a token the others wait for it, no longer than it may take.
 */
@ApplicationScoped
public class ServiceToken {
    private final OidcClient issuer;
    private final ContactSettings settings;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Tokens current;

    ServiceToken(OidcClient issuer, ContactSettings settings) {
        this.issuer = issuer;
        this.settings = settings;
    }

    /**
     * A token that is good for now.
     *
     * @throws NoTokenException if the issuer can't be reached or refuses
     */
    String get() throws NoTokenException {
        Tokens known = current;
        return known != null && isGood(known)
                ? known.getAccessToken()
                : fetchOnce().getAccessToken();
    }

    /** Drops the token: whoever it was shown to refused it. */
    void forget() {
        current = null;
    }

    private static boolean isGood(Tokens tokens) {
        return !tokens.isAccessTokenExpired() && !tokens.isAccessTokenWithinRefreshInterval();
    }

    /** One asks, the others wait: an issuer that is slow is not asked by every sender in turn. */
    private Tokens fetchOnce() throws NoTokenException {
        try {
            if (!fetching.tryLock(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NoTokenException("no token from the issuer: it is slow", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoTokenException("no token from the issuer: interrupted", e);
        }
        try {
            Tokens known = current;
            return known != null && isGood(known) ? known : fetch();
        } finally {
            fetching.unlock();
        }
    }

    private Tokens fetch() throws NoTokenException {
        try {
            Tokens fetched = issuer.getTokens().await().atMost(settings.timeout());
            current = fetched;
            return fetched;
        } catch (RuntimeException e) {
            throw new NoTokenException(
                    "no token from the issuer: " + e.getClass().getSimpleName(), e);
        }
    }

    /** There is no token to be had now. */
    static final class NoTokenException extends Exception {
        private static final long serialVersionUID = 1L;

        NoTokenException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
