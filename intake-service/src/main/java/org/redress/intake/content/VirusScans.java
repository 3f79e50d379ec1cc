package org.redress.intake.content;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the scanner that the configuration asks for. */
@Singleton
public class VirusScans {
    @Produces
    @Singleton
    VirusScan virusScan(VirusScanConfig config) {
        return switch (config.kind()) {
            case NONE -> VirusScan.NONE;
            case CLAMD -> new Clamd(config.host(), config.port(), config.timeout());
        };
    }
}
