package org.redress.messaging.testkit;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.redress.messaging.MessagingConfig;

/** The kit's settings as a service would have them, for services that a program starts by hand, without a container. */
public final class MessagingSettings {
    private MessagingSettings() {}

    /** The defaults with these on top; their keys are without the prefix {@code redress.messaging}. */
    public static MessagingConfig of(String bootstrapServers, String service, Map<String, String> settings) {
        var all = new HashMap<String, String>();
        all.put("redress.messaging.bootstrap-servers", bootstrapServers);
        all.put("redress.messaging.service", service);
        settings.forEach((key, value) -> all.put("redress.messaging." + key, value));
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .addDefaultInterceptors()
                .withMapping(MessagingConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 500))
                .build()
                .getConfigMapping(MessagingConfig.class);
    }
}
