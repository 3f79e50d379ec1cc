package org.redress.benchmarks.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.ServiceProcess;
import org.redress.benchmarks.load.Shot;
import org.redress.benchmarks.load.Trend;
import org.redress.infra.file.Recording;

/** One file of 100 MB, and how much more lives on the heap while it comes in. */
final class LargeUpload {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MEGABYTE = 1024 * 1024;
    private static final int SIZE = 100;
    private static final double LIMIT_MEGABYTES = 10;
    private static final long LOOK_MILLIS = 20;
    private static final String BOUNDARY = "----redress-bench";

    private final Contenders contenders;

    LargeUpload(Contenders contenders) {
        this.contenders = contenders;
    }

    void measure(Report report) throws IOException, InterruptedException {
        Path video = video();
        try (ServiceProcess service = contenders.service();
                Vitals vitals = Vitals.of(service)) {
            var filings = new Filings(contenders.ground());
            upload(service, filings, video); // all that is loaded once is loaded
            double before = vitals.live();
            long start = System.nanoTime();
            double during;
            try (var heap = new Trend(vitals::live, LOOK_MILLIS)) {
                upload(service, filings, video);
                during = heap.peak();
            }
            report.figure("upload of 100 MB", (System.nanoTime() - start) / 1e9, "s");
            report.figure(
                    "upload of 100 MB: live heap more",
                    during - before,
                    "MB",
                    (during - before) / LIMIT_MEGABYTES,
                    "limit");
        } finally {
            Files.delete(video);
        }
    }

    private static void upload(ServiceProcess service, Filings filings, Path file)
            throws IOException, InterruptedException {
        Filings.Person person = filings.person();
        Shot filing = filings.by(person, answer -> {});
        var request = HttpRequest.newBuilder(URI.create(service.address() + filing.path()))
                .POST(BodyPublishers.ofString(String.valueOf(filing.body())));
        filing.headers().forEach(request::header);
        String id =
                JSON.readTree(service.send(request.build()).body()).path("id").asText();
        String head =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nOTHER\r\n--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"film.mp4\"\r\n"
                        + "Content-Type: video/mp4\r\n\r\n";
        var answer = service.send(
                HttpRequest.newBuilder(URI.create(service.address() + "/api/v1/complaints/" + id + "/evidence"))
                        .header("Authorization", "Bearer " + person.token())
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(head),
                                BodyPublishers.ofFile(file),
                                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")))
                        .build());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("the upload answered " + answer.statusCode() + " " + answer.body());
        }
    }

    /** A film whose pictures are noise. */
    private static Path video() throws IOException {
        Path file = Files.createTempFile("redress-bench", ".mp4");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Recording.head((long) SIZE * MEGABYTE));
            var noise = new byte[MEGABYTE];
            for (int i = 0; i < SIZE; i++) {
                new Random(i).nextBytes(noise);
                out.write(noise);
            }
        }
        return file;
    }
}
