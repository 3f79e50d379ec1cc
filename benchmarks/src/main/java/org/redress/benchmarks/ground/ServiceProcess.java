package org.redress.benchmarks.ground;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.redress.infra.FreePorts;
import org.redress.launcher.run.Application;
import org.redress.launcher.run.Installation;

/** A service as it is shipped, a process of its own on one of the run's databases. Thread-safe. */
public final class ServiceProcess implements AutoCloseable {
    private static final long STARTS_WITHIN_NANOS = 120_000_000_000L;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Child child;
    private final Path log;
    private final String address;

    private ServiceProcess(Child child, Path log, String address) {
        this.child = child;
        this.log = log;
        this.address = address;
    }

    /**
     * Starts it and waits until it lives.
     *
     * @param kafka where the broker is; nothing need be there
     * @param settings further environment variables
     * @param jvm options of its JVM, for example {@code -Xmx512m}
     */
    public static ServiceProcess start(
            Ground ground,
            Application application,
            Database database,
            String kafka,
            Map<String, String> settings,
            List<String> jvm)
            throws IOException, InterruptedException {
        Path folder = Installation.locate().folder(application);
        int port = FreePorts.next();
        var command = new ArrayList<String>();
        command.add(Child.java());
        command.addAll(jvm);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        Path log = ground.folder().resolve(application.partName() + ".log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
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
        if (application == Application.INTAKE) {
            builder.environment().putAll(chainVariables(ground, database));
        }
        builder.environment().putAll(settings);
        var started = new ServiceProcess(Child.of(builder), log, "http://127.0.0.1:" + port);
        started.awaitLife();
        return started;
    }

    /** Its base URL, without a slash at the end. */
    public String address() {
        return address;
    }

    /** Its process. */
    public long pid() {
        return child.pid();
    }

    /** Asks for a path without a token. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    /** Sends any request to it. */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        child.close();
    }

    /** Roots of a database are its own, and any key will do. */
    private static Map<String, String> chainVariables(Ground ground, Database database) {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return Map.of(
                    "REDRESS_CHAIN_ROOTS",
                    ground.folder().resolve("roots-" + name).toAbsolutePath().toString(),
                    "REDRESS_CHAIN_KEY",
                    Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    private void awaitLife() throws InterruptedException {
        long start = System.nanoTime();
        while (!alive()) {
            if (!child.isAlive() || System.nanoTime() - start > STARTS_WITHIN_NANOS) {
                child.close();
                throw new IllegalStateException("the service does not start; see " + log);
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
