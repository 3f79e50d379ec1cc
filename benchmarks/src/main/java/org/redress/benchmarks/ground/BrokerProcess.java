package org.redress.benchmarks.ground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.redress.infra.FreePorts;
import org.redress.launcher.kafka.KafkaMain;

/** The broker as a process of its own, so that its work is not taken for the load generator's. */
public final class BrokerProcess implements AutoCloseable {
    private static final int STARTS_WITHIN_SECONDS = 60;

    private final Child child;
    private final int port;

    private BrokerProcess(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /** Starts one with a data directory in the run's folder, and waits until it listens. */
    public static BrokerProcess start(Ground ground) throws IOException, InterruptedException {
        int port = FreePorts.next();
        Path log = ground.folder().resolve("kafka.log");
        var builder = new ProcessBuilder(
                        Child.java(),
                        "-Xmx256m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KafkaMain.class.getName(),
                        ground.folder().resolve("kafka").toString(),
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var broker = new BrokerProcess(Child.of(builder), port);
        for (int tries = 0; FreePorts.isFree(port); tries++) {
            if (tries > STARTS_WITHIN_SECONDS * 10 || !broker.child.isAlive()) {
                broker.close();
                throw new IllegalStateException("the broker does not start; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return broker;
    }

    /** {@code host:port}. */
    public String address() {
        return "localhost:" + port;
    }

    /** Its process. */
    public long pid() {
        return child.pid();
    }

    @Override
    public void close() {
        child.close();
    }
}
