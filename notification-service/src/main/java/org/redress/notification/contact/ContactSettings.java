package org.redress.notification.contact;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where contacts are asked for. */
@ConfigMapping(prefix = "redress.contact")
public interface ContactSettings {
    /** The address of intake, without a path. */
    URI intakeUrl();

    /** The bound on one question, token included. */
    @WithDefault("PT5S")
    Duration timeout();
}
