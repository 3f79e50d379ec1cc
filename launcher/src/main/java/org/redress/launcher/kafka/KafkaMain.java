package org.redress.launcher.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.redress.infra.EmbeddedKafka;

/**
 * The broker as a process of its own, so that it can be stopped and killed like the services, and so that its death takes
 * nothing else along. Arguments: data directory, port. Ends in order on SIGTERM.
 */
public final class KafkaMain {
    private KafkaMain() {}

    /** Runs until the process is asked to end. */
    public static void main(String[] args) throws IOException, InterruptedException {
        EmbeddedKafka kafka = EmbeddedKafka.start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::close, "stop"));
        System.out.println("Kafka accepts clients on " + kafka.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
