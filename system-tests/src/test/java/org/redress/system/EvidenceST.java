package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.redress.infra.file.Recording;

/** Evidence through the front door: what one adds, another downloads as a copy, however large. */
class EvidenceST {
    private static final String PLATFORM = "qihui";
    private static final long MIB = 1024 * 1024;
    private static final long LARGE = 100 * MIB;

    private final Client client = RunningSystem.client();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String me = "u-" + UUID.randomUUID();
    private final String mine = client.token("complainant", PLATFORM, me);
    private final String agents = client.token("agent", PLATFORM, "agent-evidence");
    private final String evidence = "/api/v1/complaints/" + filed() + "/evidence";

    private String filed() {
        return client.post("/api/v1/complaints", mine, Client.complaint(PLATFORM, me, "paid, and no card came"))
                .text("id");
    }

    @Test
    void whatOneAddsAnotherDownloadsAsACleanedCopy() throws IOException, InterruptedException {
        byte[] picture = picture();
        JsonNode first = added(evidence, "ORDER_PAGE", "订单.png", picture);
        JsonNode invoice = added(evidence, "INVOICE", "invoice.pdf", pdf());
        JsonNode second =
                added(evidence + "/" + first.path("id").asText() + "/versions", "ORDER_PAGE", "订单 2.png", picture());

        assertThat(second.path("versions")).hasSize(2);
        assertThat(second.at("/versions/0/original/sha256").asText()).isEqualTo(sha256(picture));
        assertThat(client.items(evidence, agents))
                .extracting(piece -> piece.path("id").asText())
                .containsExactly(first.path("id").asText(), invoice.path("id").asText());
        for (JsonNode piece : List.of(second, invoice)) {
            for (JsonNode version : piece.path("versions")) {
                String content = evidence + "/" + piece.path("id").asText() + "/content?version="
                        + version.path("version").asText();
                HttpResponse<byte[]> copy = get(content, agents, BodyHandlers.ofByteArray());
                assertThat(copy.statusCode()).isEqualTo(200);
                assertThat(sha256(copy.body()))
                        .isEqualTo(version.at("/copy/sha256").asText());
                assertThat(copy.headers().firstValue("Content-Disposition").orElse(""))
                        .startsWith("attachment;");
                assertThat(copy.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
                assertThat(get(content, client.token("complainant", PLATFORM, "u-other"), BodyHandlers.ofByteArray())
                                .statusCode())
                        .isEqualTo(404);
                assertThat(get(content + "&original=true", agents, BodyHandlers.ofByteArray())
                                .statusCode())
                        .isEqualTo(403);
            }
        }
    }

    /**
     * The heap is what is live in the service right after a full collection, asked for from outside ({@code jcmd GC.run},
     * then {@code GC.heap_info}) at each tenth of the way.
     */
    @Test
    void aHundredMebibytesStreamThroughTheFrontDoorWithAFlatHeap() throws IOException, InterruptedException {
        added(evidence, "OTHER", "warm.mp4", withHead(MIB).readAllBytes());
        long before = live("intake");
        long doorBefore = live("console");
        AtomicLong most = new AtomicLong();
        AtomicLong doorMost = new AtomicLong();
        Runnable look = () -> {
            most.accumulateAndGet(live("intake") - before, Math::max);
            doorMost.accumulateAndGet(live("console") - doorBefore, Math::max);
        };

        HttpResponse<String> answer = http.send(
                form(evidence, "ERROR_SCREEN", "screen.mp4", new Watched(withHead(LARGE), LARGE / 10, look)),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = Client.JSON.readTree(answer.body()).path("id").asText();
        HttpResponse<InputStream> copy = get(evidence + "/" + id + "/content", agents, BodyHandlers.ofInputStream());
        long length = 0;
        try (InputStream in = new Watched(copy.body(), LARGE / 10, look)) {
            length = in.transferTo(java.io.OutputStream.nullOutputStream());
        }

        assertThat(length).isGreaterThan(LARGE);
        System.getLogger("evidence")
                .log(
                        System.Logger.Level.INFO,
                        "live heap more at most: intake {0} KiB, front door {1} KiB",
                        most.get() / 1024,
                        doorMost.get() / 1024);
        assertThat(most.get()).isLessThanOrEqualTo(10 * MIB);
        assertThat(doorMost.get()).isLessThanOrEqualTo(10 * MIB);
    }

    private JsonNode added(String path, String kind, String name, byte[] file)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                form(path, kind, name, new ByteArrayInputStream(file)), BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Client.JSON.readTree(answer.body());
    }

    private HttpRequest form(String path, String kind, String name, InputStream file) {
        String before = "--form\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind
                + "\r\n--form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n";
        BodyPublisher body = BodyPublishers.ofInputStream(() -> new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(before.getBytes(StandardCharsets.UTF_8)),
                file,
                new ByteArrayInputStream("\r\n--form--\r\n".getBytes(StandardCharsets.UTF_8))))));
        return request(path, mine)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "multipart/form-data; boundary=form")
                .POST(body)
                .build();
    }

    private <T> HttpResponse<T> get(String path, String token, BodyHandler<T> handler)
            throws IOException, InterruptedException {
        return http.send(request(path, token).GET().build(), handler);
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(RunningSystem.redress().frontDoor() + path))
                .timeout(Duration.ofMinutes(3))
                .header("Authorization", "Bearer " + token);
    }

    private static long live(String service) {
        String pid = Long.toString(RunningSystem.redress().service(service).pid());
        jcmd(pid, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(pid, "GC.heap_info"));
        long kib = 0;
        // The generations of the heap; metaspace comes behind them with the same words.
        for (int generation = 0; generation < 2 && used.find(); generation++) {
            kib += Long.parseLong(used.group(1));
        }
        return kib * 1024;
    }

    private static String jcmd(String pid, String command) {
        try {
            var tool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            pid,
                            command)
                    .redirectErrorStream(true)
                    .start();
            String told = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(tool.waitFor()).as(told).isZero();
            return told;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A stream that has somebody look at each stretch of the way. */
    private static final class Watched extends java.io.FilterInputStream {
        private final long stretch;
        private final Runnable look;
        private long length;

        Watched(InputStream in, long stretch, Runnable look) {
            super(in);
            this.stretch = stretch;
            this.look = look;
        }

        @Override
        public int read(byte[] bytes, int offset, int size) throws IOException {
            int read = super.read(bytes, offset, size);
            if (read > 0) {
                length += read;
                if (length / stretch != (length - read) / stretch) {
                    look.run();
                }
            }
            return read;
        }
    }

    /** An MP4 with so many bytes of pictures. */
    private static InputStream withHead(long pictures) {
        byte[] seed = text(UUID.randomUUID().toString());
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(Recording.head(pictures)),
                new ByteArrayInputStream(seed),
                new Zeros(pictures - seed.length))));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int size) {
            if (left <= 0) {
                return -1;
            }
            int read = (int) Math.min(size, left);
            Arrays.fill(bytes, offset, offset + read, (byte) 0);
            left -= read;
            return read;
        }
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 64; x++) {
            image.setRGB(x, x, UUID.randomUUID().hashCode());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** One empty page. */
    private static byte[] pdf() {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        int[] places = new int[3];
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>");
        for (int i = 0; i < objects.size(); i++) {
            places[i] = pdf.length();
            pdf.append(i + 1).append(" 0 obj\n").append(objects.get(i)).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 4\n0000000000 65535 f \n");
        for (int place : places) {
            pdf.append(String.format(java.util.Locale.ROOT, "%010d 00000 n \n", place));
        }
        pdf.append("trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return text(pdf.toString());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
