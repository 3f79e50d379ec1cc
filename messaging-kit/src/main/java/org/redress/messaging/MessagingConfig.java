package org.redress.messaging;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The settings under {@code redress.messaging}. Durations are ISO-8601, for example {@code PT5S}. */
@ConfigMapping(prefix = "redress.messaging")
public interface MessagingConfig {
    /** The service's name: its consumer group and, as {@code /redress/<service>}, the source of its events. */
    String service();

    /** The topic that this service alone writes; absent: it writes none and has no relay. */
    Optional<String> topic();

    /** Where to find the broker first, {@code host:port} separated by commas. */
    @WithDefault("${kafka.bootstrap.servers:${REDRESS_KAFKA:localhost:9092}}")
    String bootstrapServers();

    /** Further settings for every Kafka client, for example {@code security.protocol}; they win over the built-in ones. */
    Map<String, String> kafka();

    /** How the own topic is made when it is absent. */
    OwnTopic ownTopic();

    /** How outbox rows are sent. */
    Relay relay();

    /** How topics are read. */
    Consumer consumer();

    /** How the own topic is made when it is absent. */
    interface OwnTopic {
        /** How many partitions. */
        @WithDefault("8")
        int partitions();

        /** Copies of each record; -1: as the broker says. */
        @WithDefault("-1")
        short replication();

        /** How long the broker keeps records. */
        @WithDefault("P7D")
        Duration retention();
    }

    /** How outbox rows are sent. */
    interface Relay {
        /** How often the relay looks for rows without being woken. */
        @WithDefault("PT1S")
        Duration fallbackPoll();

        /** The most rows of one shard that are sent in one transaction. */
        @WithDefault("250")
        int rowsPerShard();

        /** The most shards that one relay claims at once, so that several share the work. */
        @WithDefault("8")
        int shardsAtOnce();

        /** After how long a relay that does not move loses its claim. */
        @WithDefault("PT5S")
        Duration claimTimeout();

        /** How long rows stay after they were sent. */
        @WithDefault("P7D")
        Duration keepSent();
    }

    /** How topics are read. */
    interface Consumer {
        /** The most records that share one transaction. */
        @WithDefault("200")
        int pollRecords();

        /** After this many failures with a healthy database a record is parked. */
        @WithDefault("5")
        int handlerTries();

        /** The same for failures that look as if they would pass (deadlocks, lost connections, full pools). */
        @WithDefault("60")
        int passingTries();

        /** The longest pause between two tries; the first is 100 ms and they double. */
        @WithDefault("PT2S")
        Duration longestPause();

        /** How long handled event ids are kept. Older events are parked: they cannot be proven new. */
        @WithDefault("P30D")
        Duration inboxRetention();
    }
}
