package org.redress.intake.chain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the roots over all chains (docs/api/verification.md). */
@ConfigMapping(prefix = "redress.intake.chain")
public interface ChainConfig {
    /** The directory outside the database that keeps the roots; all instances share it. */
    Path roots();

    /** The Ed25519 key that signs roots, PKCS#8 as base64. */
    String key();

    /** Public halves of keys used before, X.509 as base64. */
    Optional<List<String>> formerKeys();

    /** How often a root is made over what grew. */
    @WithDefault("PT1M")
    Duration every();
}
