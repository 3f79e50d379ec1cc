package org.redress.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.redress.launcher.Redress;
import org.redress.launcher.run.Application;
import org.redress.launcher.run.FurtherInstance;

/** The one running system of a test run: started with the first test that asks, stopped with the JVM. */
final class RunningSystem {
    /** A second intake beside the first, behind no door; down until a test starts it. */
    static final String FURTHER_INTAKE = "intake-2";

    private static final class Holder {
        private static final Redress REDRESS = start();

        private static Redress start() {
            try {
                Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "system");
                Redress redress = Redress.start(
                        data,
                        0,
                        Set.of(),
                        List.of(new FurtherInstance(FURTHER_INTAKE, Application.INTAKE, Map.of(), false)));
                Runtime.getRuntime().addShutdownHook(new Thread(redress::close, "stop the system"));
                return redress;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private RunningSystem() {}

    /** The system, ready. */
    static Redress redress() {
        return Holder.REDRESS;
    }

    /** What a service measures, as Prometheus reads it. */
    static String metricsOf(String service) {
        var metrics = HttpRequest.newBuilder(
                        URI.create(redress().service(service).url() + "/q/metrics"))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(metrics, BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A client of its front door. */
    static Client client() {
        return new Client(redress());
    }
}
