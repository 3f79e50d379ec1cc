package org.redress.messaging;

/** The topics this service reads. Thread-safe. */
public interface Subscriptions {
    /**
     * Starts to read a topic, from its beginning when this service has never read it. Returns at once; neither a broker
     * that is away nor a missing topic is an error. Call it when the application has started. All instances of a service
     * share the topic's partitions.
     *
     * @throws IllegalStateException when the topic has a handler already, or when the application is stopping
     */
    void subscribe(String topic, EventHandler handler);

    /**
     * The same for a handler that takes all new events of a poll at once. On stop the batch in hand is finished.
     *
     * @throws IllegalStateException when the topic has a handler already, or when the application is stopping
     */
    void subscribeInBatches(String topic, BatchHandler handler);
}
