package org.redress.benchmarks.timers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.redress.infra.FreePorts;
import org.redress.launcher.run.Application;
import org.redress.launcher.run.Installation;

/** sla-service as it is shipped, a process of its own on one of the run's databases, with the JVM settings of its image. */
final class SlaProcess implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SlaProcess.class.getName());
    private static final long STARTS_WITHIN_NANOS = 120_000_000_000L;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Ground ground;
    private final Process process;
    private final String address;
    /** A run that is ended from outside leaves no service behind. */
    private final Thread hook;

    private SlaProcess(Ground ground, Process process, String address) {
        this.ground = ground;
        this.process = process;
        this.address = address;
        this.hook = new Thread(process::destroy, "stop-sla-service");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param kafka where the broker is; nothing need be there
     */
    static SlaProcess start(Ground ground, Database database, String kafka, Map<String, String> settings)
            throws IOException, InterruptedException {
        Path folder = Installation.locate().folder(Application.SLA);
        int port = FreePorts.next();
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-jar",
                        "quarkus-run.jar"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        ground.folder().resolve("sla.log").toFile()));
        builder.environment()
                .putAll(Map.of(
                        "REDRESS_HOST",
                        "127.0.0.1",
                        "REDRESS_PORT",
                        Integer.toString(port),
                        "REDRESS_DB_URL",
                        database.url(),
                        "REDRESS_DB_USER",
                        Ground.USER,
                        "REDRESS_KAFKA",
                        kafka));
        builder.environment().putAll(ground.issuerVariables());
        builder.environment().putAll(settings);
        var started = new SlaProcess(ground, builder.start(), "http://127.0.0.1:" + port);
        started.awaitLife();
        return started;
    }

    /** Activates a policy of one clock for every complaint. */
    void activate(String platform) throws IOException, InterruptedException {
        String policy = """
                {"platform": "%s", "calendar": "cn-24x7", "clocks": [
                  {"metric": "RESOLUTION", "when": "ALWAYS", "target": "PT1000H", "unit": "ELAPSED"}]}""".formatted(platform);
        var answer = http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/sla/policies"))
                        .header("Authorization", "Bearer " + ground.token(platform))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(policy))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("policy refused: " + answer.body());
        }
    }

    /** The seconds and the number of a timer so far. */
    Timed timer(String name) throws IOException, InterruptedException {
        String text = get("/q/metrics").body();
        return new Timed(value(text, name + "_seconds_sum"), value(text, name + "_seconds_count"));
    }

    /** What a timer says. */
    record Timed(double seconds, double count) {
        /** Milliseconds each, since an earlier reading. */
        double millisSince(Timed before) {
            return (seconds - before.seconds) / (count - before.count) * 1000;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        forgetHook();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.fine("the run is being ended, the hook runs already");
        }
    }

    private static double value(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
    }

    private void awaitLife() throws InterruptedException {
        long start = System.nanoTime();
        while (!alive()) {
            if (!process.isAlive() || System.nanoTime() - start > STARTS_WITHIN_NANOS) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "sla-service does not start; see " + ground.folder().resolve("sla.log"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean alive() throws InterruptedException {
        try {
            return get("/q/health/live").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
