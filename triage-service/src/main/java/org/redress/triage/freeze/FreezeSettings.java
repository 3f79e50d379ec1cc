package org.redress.triage.freeze;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** The settings under {@code redress.triage.freeze}. Durations are ISO-8601. */
@ConfigMapping(prefix = "redress.triage.freeze")
public interface FreezeSettings {

    /** The selling platforms' backend. */
    URI platformUrl();

    /** Filings older than this are never frozen by the machine, and nothing is sent later than this after the order. */
    @WithDefault("PT6H")
    Duration maxAge();

    /** How long a connection may take. */
    @WithDefault("PT2S")
    Duration connectTimeout();

    /** How long a whole answer may take, to its last byte. */
    @WithDefault("PT5S")
    Duration answerTimeout();

    /** How long a claim holds; longer than all calls of one attempt together. */
    @WithDefault("PT30S")
    Duration claim();

    /** The pause after the first unclear answer; it doubles. */
    @WithDefault("PT1S")
    Duration firstPause();

    /** The longest pause. */
    @WithDefault("PT30S")
    Duration longestPause();

    /** How often due freezes are looked for without being woken. */
    @WithDefault("PT1S")
    Duration poll();

    /** How many freezes are delivered at once. */
    @WithDefault("4")
    int workers();
}
