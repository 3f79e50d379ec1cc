package org.redress.messaging;

import java.util.List;

/**
 * What a service does with several events at once, for handlers whose cost is in the round trips to the database: they work
 * in sets, with the same number of statements for one event and for hundreds. What {@link EventHandler} demands of effects
 * holds here too: only rows, written in the transaction that is open.
 *
 * <p>A batch is a transaction: its events take effect together or not at all. When it fails for whatever reason, it is rolled
 * back and its events come again one by one, each as a batch of one in a transaction of its own; so one bad event costs its
 * neighbours a repetition and nothing else. A handler must therefore yield the same rows however the same events are cut
 * into batches.
 *
 * <p>Rule for locks: two consumers whose batches touch the same rows in opposite order would wait for each other, and
 * PostgreSQL would end one. A handler therefore locks all rows it will change first, in the order of their ids and in one
 * statement ({@code select … order by id for update}), and appends its events afterwards, in one call of {@link
 * Outbox#append(List)}. Whoever works on several aggregates in one transaction, consumer or not, keeps to the same order.
 */
@FunctionalInterface
public interface BatchHandler {
    /**
     * Handles events inside the transaction that also notes them as handled; called once for each batch, and for no event id
     * that was handled before (unless that transaction was rolled back).
     *
     * @param events never empty, at most {@code redress.messaging.consumer.poll-records}, no id twice; per partition, and so
     *     per subject, in the topic's order; not to be changed
     * @throws UnreadableEventException when one of them cannot be understood: called again with that event alone, it is
     *     parked at once
     * @throws Exception for any other failure: called again with each event alone; the one that keeps failing is parked
     */
    void handle(List<IncomingEvent> events) throws Exception;
}
