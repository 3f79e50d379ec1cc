package org.redress.service.caller;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start without an issuer, its keys and an audience: verification would silently skip what is empty, and a
 * token of anybody would pass.
 */
@ApplicationScoped
public class IssuerSettings {
    private final Optional<String> issuer;
    private final Optional<String> keys;
    private final Optional<String> audience;

    IssuerSettings(
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<String> audience) {
        this.issuer = issuer;
        this.keys = keys;
        this.audience = audience;
    }

    void check(@Observes StartupEvent event) {
        require(issuer, "REDRESS_ISSUER (the issuer's name)");
        require(keys, "REDRESS_JWKS_URL (where the issuer's keys are)");
        require(audience, "mp.jwt.verify.audiences");
    }

    private static void require(Optional<String> setting, String name) {
        if (setting.filter(value -> !value.isBlank()).isEmpty()) {
            throw new IllegalStateException("set " + name + ": without it tokens of anybody would be taken");
        }
    }
}
