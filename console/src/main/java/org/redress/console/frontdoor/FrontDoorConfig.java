package org.redress.console.frontdoor;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Settings of the front door, under {@code redress.front-door}. */
@ConfigMapping(prefix = "redress.front-door")
public interface FrontDoorConfig {

    /** The base address of each service, by its {@linkplain Upstream#label() label}. */
    Map<String, URI> services();

    /** How long a connection to a service may take. */
    @WithDefault("2S")
    Duration connect();

    /** How long an exchange may go without a byte in either direction before it is given up. */
    @WithDefault("30S")
    Duration silence();

    /** The same for live streams. Longer than the services' heartbeats. */
    @WithDefault("90S")
    Duration streamSilence();

    /** The largest body passed on. The services set their own, smaller limits. */
    @WithDefault("256M")
    MemorySize maxBody();

    /** How many requests one service is given at once; as many again wait. */
    @WithDefault("256")
    int connections();

    /** How many live streams of one service are open at once. */
    @WithDefault("2000")
    int streams();
}
