package org.redress.system.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.redress.launcher.Redress;
import org.redress.launcher.RunningPart;
import org.redress.launcher.run.Application;
import org.redress.launcher.run.FurtherInstance;

/**
 * Three sla-service processes on one PostgreSQL and one broker, and two more whose clocks are wrong, for when they are asked
 * for. What intake and triage would tell them comes from the test.
 */
final class SlaCluster implements AutoCloseable {
    static final List<String> INSTANCES = List.of("sla", "sla-2", "sla-3");
    private static final Set<Application> LEFT_OUT = EnumSet.complementOf(EnumSet.of(Application.SLA));
    private static final int PARTITIONS = 8;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Redress redress;
    private final CaseFeed feed;
    private final SlaDatabase database;

    private SlaCluster(Redress redress) {
        this.redress = redress;
        this.feed = new CaseFeed(redress.bootstrapServers());
        this.database = new SlaDatabase(redress.database("sla"));
    }

    static SlaCluster start() throws IOException, ExecutionException, InterruptedException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sla-cluster");
        var further = Stream.concat(
                        INSTANCES.stream()
                                .skip(1)
                                .map(name -> new FurtherInstance(name, Application.SLA, Map.of(), true)),
                        WrongClock.all().stream())
                .toList();
        Redress redress = Redress.start(data, 0, LEFT_OUT, further);
        try (var admin = Admin.create(Map.of("bootstrap.servers", redress.bootstrapServers()))) {
            admin.createTopics(Stream.of("complaint-events", "triage-events")
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        return new SlaCluster(redress);
    }

    CaseFeed feed() {
        return feed;
    }

    RunningPart instance(String name) {
        return redress.service(name);
    }

    RunningPart postgres() {
        return redress.postgres();
    }

    String bootstrapServers() {
        return redress.bootstrapServers();
    }

    /** The three, each of them running and ready. */
    List<RunningPart> allReady() {
        var instances = INSTANCES.stream().map(redress::service).toList();
        instances.stream().filter(instance -> !instance.isReady()).forEach(RunningPart::letStart);
        instances.forEach(RunningPart::awaitReady);
        return instances;
    }

    /** A platform that nobody else uses, under a policy with these clock rules, counted around the clock. */
    String newPlatform(String clocks) {
        String platform = "p-" + UUID.randomUUID().toString().substring(9);
        String policy = policy(platform, clocks);
        var answer = request("admin", platform, "/api/v1/sla/policies", policy);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return platform;
    }

    /** The document of such a policy. */
    static String policy(String platform, String clocks) {
        return """
                {"platform": "%s", "calendar": "cn-24x7", "clocks": [%s]}""".formatted(platform, clocks);
    }

    /** A rule for every complaint, in elapsed time; its only level is the breach. */
    static String rule(String metric, Duration target) {
        return """
                {"metric": "%s", "when": "ALWAYS", "target": "%s", "unit": "ELAPSED"}""".formatted(metric, target);
    }

    /** Reads a path of the first instance as somebody of that role; with a body, posts it. */
    HttpResponse<String> request(String role, String platform, String path, String... body) {
        var request = HttpRequest.newBuilder(
                        URI.create(instance(INSTANCES.get(0)).url() + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + redress.token(role, platform, role + "-1"))
                .header("Content-Type", "application/json");
        if (body.length > 0) {
            request.header("Idempotency-Key", UUID.randomUUID().toString()).POST(BodyPublishers.ofString(body[0]));
        }
        return send(request.build());
    }

    /** What an instance measures. */
    String metrics(String instance) {
        return send(HttpRequest.newBuilder(URI.create(instance(instance).url() + "/q/metrics"))
                        .timeout(Duration.ofSeconds(20))
                        .build())
                .body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Its database. */
    SlaDatabase database() {
        return database;
    }

    @Override
    public void close() {
        feed.close();
        redress.close();
    }
}
