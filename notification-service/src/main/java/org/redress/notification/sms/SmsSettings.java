package org.redress.notification.sms;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;

/** How short messages are sent. */
@ConfigMapping(prefix = "redress.sms")
public interface SmsSettings {
    /** The gateway's address; {@code /messages} is added to it. */
    URI url();

    /** How many are sent at once by one instance. */
    @WithDefault("16")
    @Min(1)
    @Max(256)
    int parallel();

    /** The bound on one exchange with the gateway. */
    @WithDefault("PT10S")
    Duration timeout();

    /**
     * How long after a request without a complete answer the gateway may still be at work on it. Before that a look-up
     * that finds nothing proves nothing.
     */
    @WithDefault("PT15S")
    Duration settle();

    /** How long a worker may hold a delivery before another one takes it over; must exceed every bound of an attempt. */
    @WithDefault("PT60S")
    Duration lease();

    /** How often due deliveries are looked for when nothing wakes the worker. */
    @WithDefault("PT1S")
    Duration poll();

    /** The pause after the first failure; it doubles from there. */
    @WithDefault("PT1S")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @WithDefault("PT30S")
    Duration longestPause();

    /** The longest {@code Retry-After} that is honoured. */
    @WithDefault("PT10M")
    Duration longestRetryAfter();

    /** How many messages one phone gets on one day, over all platforms. */
    @WithDefault("50")
    @Min(1)
    int perPhoneAndDay();

    /** How many messages one platform sends on one day. */
    @WithDefault("200000")
    @Min(1)
    int perPlatformAndDay();

    /** Whose midnight ends a day. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();
}
