package org.redress.benchmarks.outbox;

import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Persistor;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.ThreadLocalContextTransactionManager;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import io.agroal.api.AgroalDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * gruelbox transaction-outbox: the call to make is stored in the transaction and made after the commit, by a pool of threads
 * as large as the pool of connections bears. This version knows no order.
 */
final class GruelboxOutbox implements Contender {
    private static final int THREADS = 8;

    private final AgroalDataSource pool;
    private final Producer<String, byte[]> producer;
    private final ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    private final ThreadLocalContextTransactionManager transactions;
    private final TransactionOutbox outbox;

    /** What is called after the commit; the library makes a subclass of it. */
    static class Sender {
        private final Producer<String, byte[]> producer;
        private final String topic;

        Sender(Producer<String, byte[]> producer, String topic) {
            this.producer = producer;
            this.topic = topic;
        }

        void send(String key, String payload) throws ExecutionException, InterruptedException {
            var sent = producer.send(new ProducerRecord<>(topic, key, payload.getBytes(StandardCharsets.UTF_8)));
            sent.get();
        }
    }

    GruelboxOutbox(Ground ground, String topic, String database) throws Exception {
        ground.topic(topic);
        pool = ground.database(database);
        producer = ground.producer();
        var sender = new Sender(producer, topic);
        transactions = TransactionManager.fromDataSource(pool);
        outbox = TransactionOutbox.builder()
                .transactionManager(transactions)
                .persistor(Persistor.forDialect(Dialect.POSTGRESQL_9))
                .instantiator(Instantiator.using(type -> sender))
                .submitter(Submitter.withExecutor(executor))
                .attemptFrequency(Duration.ofSeconds(30))
                .build();
    }

    @Override
    public String name() {
        return "gruelbox transaction-outbox 4.2.268";
    }

    @Override
    public void commit(String key, String id, String payload) throws SQLException {
        transactions.<SQLException>inTransactionThrows(transaction -> {
            Contender.businessRow(transaction.connection(), id);
            schedule(key, payload);
        });
    }

    private void schedule(String key, String payload) {
        try {
            outbox.schedule(Sender.class).send(key, payload);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("only the recorded call could throw this", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        producer.close();
        pool.close();
    }
}
