package org.redress.notification.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long deliveries stay worth sending. */
@ConfigMapping(prefix = "redress.delivery")
public interface DeliverySettings {
    /** After this time without success a delivery is given up and reported. */
    @WithDefault("PT24H")
    Duration giveUpAfter();

    /**
     * No SMS is sent for an event older than this when it is first seen: a service that starts with an empty database
     * on a week of events fills its inboxes and wakes nobody.
     */
    @WithDefault("PT24H")
    Duration longestSmsAge();
}
