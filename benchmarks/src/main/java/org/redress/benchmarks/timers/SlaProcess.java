package org.redress.benchmarks.timers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.redress.benchmarks.ground.Database;
import org.redress.benchmarks.ground.Ground;
import org.redress.benchmarks.ground.ServiceProcess;
import org.redress.launcher.run.Application;

/** sla-service as it is shipped, a process of its own on one of the run's databases, with half a gigabyte of heap. */
final class SlaProcess implements AutoCloseable {
    private final Ground ground;
    private final ServiceProcess service;

    private SlaProcess(Ground ground, ServiceProcess service) {
        this.ground = ground;
        this.service = service;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param kafka where the broker is; nothing need be there
     */
    static SlaProcess start(Ground ground, Database database, String kafka, Map<String, String> settings)
            throws IOException, InterruptedException {
        return new SlaProcess(
                ground, ServiceProcess.start(ground, Application.SLA, database, kafka, settings, List.of("-Xmx512m")));
    }

    /** Activates a policy of one clock for every complaint. */
    void activate(String platform) throws IOException, InterruptedException {
        String policy = """
                {"platform": "%s", "calendar": "cn-24x7", "clocks": [
                  {"metric": "RESOLUTION", "when": "ALWAYS", "target": "PT1000H", "unit": "ELAPSED"}]}""".formatted(platform);
        var answer = service.send(HttpRequest.newBuilder(URI.create(service.address() + "/api/v1/sla/policies"))
                .header("Authorization", "Bearer " + ground.token(platform, "admin", "bench"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(policy))
                .build());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("policy refused: " + answer.body());
        }
    }

    /** The seconds and the number of a timer so far. */
    Timed timer(String name) throws IOException, InterruptedException {
        String text = service.get("/q/metrics").body();
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
        service.close();
    }

    private static double value(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
