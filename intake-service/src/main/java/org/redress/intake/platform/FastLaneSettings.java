package org.redress.intake.platform;

import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The settings under {@code redress.intake.fast-lane}. A decision of major effect is not made by automation alone (PIPL 24),
 * so that no platform's rule may settle more than the operator says here.
 */
@ConfigMapping(prefix = "redress.intake.fast-lane")
public interface FastLaneSettings {

    /** The highest amount that a rule may settle, by ISO 4217 code; in other currencies nothing is settled by rule. */
    Map<String, BigDecimal> most();
}
