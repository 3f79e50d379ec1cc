package org.redress.messaging.outbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.redress.messaging.MessagingConfig;

/** The topic this service alone writes. */
final class OwnTopic {
    private final String name;
    private final MessagingConfig.OwnTopic settings;
    private final BrokerClients clients;

    OwnTopic(String name, MessagingConfig.OwnTopic settings, BrokerClients clients) {
        this.name = name;
        this.settings = settings;
        this.clients = clients;
    }

    String name() {
        return name;
    }

    /** Makes the topic when it is absent. Returns whether the broker answered and the topic is there now. */
    boolean ensure() throws InterruptedException {
        try (Admin admin = clients.admin()) {
            if (!exists(admin)) {
                create(admin);
            }
            return true;
        } catch (ExecutionException e) {
            return e.getCause() instanceof TopicExistsException;
        } catch (KafkaException e) {
            // For example a host name that does not resolve yet.
            return false;
        }
    }

    private boolean exists(Admin admin) throws ExecutionException, InterruptedException {
        try {
            admin.describeTopics(List.of(name)).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    private void create(Admin admin) throws ExecutionException, InterruptedException {
        Optional<Short> replication =
                settings.replication() < 0 ? Optional.empty() : Optional.of(settings.replication());
        var topic = new NewTopic(name, Optional.of(settings.partitions()), replication)
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(settings.retention().toMillis()),
                        // The broker's clock dates records. It refuses those that a node dates more than an hour ahead.
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime"));
        admin.createTopics(List.of(topic)).all().get();
    }
}
