package org.redress.intake.chain;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;

/** Reads the keys of this installation; a key that is none stops the start. */
@Singleton
class RootKeysProducer {
    @Produces
    @Singleton
    RootKeys keys(ChainConfig config) {
        return new RootKeys(config.key(), config.formerKeys().orElse(List.of()));
    }
}
