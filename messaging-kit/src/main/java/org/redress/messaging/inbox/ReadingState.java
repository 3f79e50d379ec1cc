package org.redress.messaging.inbox;

/** How a topic's reading stands. Thread-safe. */
public final class ReadingState {
    private final String topic;
    private volatile int partitions;
    private volatile long lag;

    ReadingState(String topic) {
        this.topic = topic;
    }

    /** The topic. */
    public String topic() {
        return topic;
    }

    /** How many of the topic's partitions this instance reads now. */
    public int partitions() {
        return partitions;
    }

    /** How many records of these partitions were written and not read yet, as last seen. */
    public long lag() {
        return lag;
    }

    void assigned(int count) {
        partitions = count;
    }

    void lag(long records) {
        lag = records;
    }
}
