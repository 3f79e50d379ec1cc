package org.redress.benchmarks.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.redress.benchmarks.load.Shot;

/** Filings of which one in ten requests adds a file of 200 kB to a complaint that was filed before. Used by one thread. */
final class FilingsWithFiles implements Supplier<Shot> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EVERY = 10;
    private static final String BOUNDARY = "----redress-bench";

    private final Filings filings;
    private final byte[] picture = Pictures.jpeg(200_000);
    private final Deque<Filed> filed = new ArrayDeque<>();
    private int requests;
    private int files;

    private record Filed(String id, Filings.Person person) {}

    FilingsWithFiles(Filings filings) {
        this.filings = filings;
    }

    /** How many files were sent. */
    int files() {
        return files;
    }

    /** Counts files from here. */
    void countAnew() {
        files = 0;
    }

    @Override
    public Shot get() {
        Filed complaint = ++requests % EVERY == 0 ? filed.poll() : null;
        if (complaint != null) {
            files++;
            return upload(complaint);
        }
        Filings.Person person = filings.person();
        return filings.by(person, answer -> remember(answer, person));
    }

    private void remember(Buffer answer, Filings.Person person) {
        if (filed.size() >= EVERY) {
            return;
        }
        try {
            filed.add(new Filed(JSON.readTree(answer.getBytes()).path("id").asText(), person));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shot upload(Filed complaint) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nERROR_SCREEN\r\n--"
                + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"screen.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n";
        Buffer body = Buffer.buffer(head).appendBytes(picture).appendString("\r\n--" + BOUNDARY + "--\r\n");
        return new Shot(
                HttpMethod.POST,
                "/api/v1/complaints/" + complaint.id() + "/evidence",
                Map.of(
                        "Authorization",
                        "Bearer " + complaint.person().token(),
                        "Content-Type",
                        "multipart/form-data; boundary=" + BOUNDARY,
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                body,
                201,
                answer -> {});
    }
}
