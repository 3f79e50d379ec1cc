package org.redress.infra;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Topics that a service under test expects others to have made. */
public final class KafkaTopics {
    private KafkaTopics() {}

    /**
     * Makes the topics that are not there yet. Asking first which are there would not do: a topic that was made a moment ago is
     * not listed yet.
     *
     * @throws IllegalStateException when the broker makes none
     */
    public static void ensure(String bootstrapServers, int partitions, String... names) {
        List<NewTopic> topics = List.of(names).stream()
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            Collection<? extends Future<Void>> made =
                    admin.createTopics(topics).values().values();
            made.forEach(KafkaTopics::await);
        }
    }

    private static void await(Future<Void> made) {
        try {
            made.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the broker makes no topics", e);
            }
        }
    }
}
