package org.redress.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.redress.infra.TokenIssuer;
import org.redress.launcher.run.Http;

/**
 * Files a day's worth of sample complaints on the five platforms through the front door, each as its own complainant. The
 * texts are invented. Not thread-safe.
 */
public final class DemoComplaints {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SAMPLES = "/demo/complaints.json";

    private final String frontDoor;
    private final TokenIssuer issuer;
    private final Consumer<String> say;

    /** Files them at that address with tokens of that issuer. */
    public DemoComplaints(String frontDoor, TokenIssuer issuer, Consumer<String> say) {
        this.frontDoor = frontDoor;
        this.issuer = issuer;
        this.say = say;
    }

    /** Files all of them; one that an earlier start filed lately is recognised by its key and not filed again. */
    public void file() {
        int filed = 0;
        List<ObjectNode> samples = samples();
        for (int i = 0; i < samples.size(); i++) {
            filed += file(samples.get(i), "demo-complaint-" + (i + 1)) ? 1 : 0;
        }
        say.accept("Filed " + filed + " of " + samples.size() + " sample complaints");
    }

    /** The requests, in the order they are filed. */
    static List<ObjectNode> samples() {
        try (InputStream in = DemoComplaints.class.getResourceAsStream(SAMPLES)) {
            var samples = new ArrayList<ObjectNode>();
            for (JsonNode sample : JSON.readTree(Objects.requireNonNull(in, SAMPLES))) {
                samples.add(complete((ObjectNode) sample, samples.size() + 1));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode complete(ObjectNode sample, int number) {
        sample.put("orderNo", String.format(Locale.ROOT, "DEMO%06d", number));
        sample.putObject("complainant")
                .put("id", "demo-" + number)
                .put("phone", String.format(Locale.ROOT, "+86138001380%02d", number % 100));
        return sample;
    }

    private boolean file(ObjectNode complaint, String key) {
        String platform = complaint.path("platform").asText();
        String subject = complaint.path("complainant").path("id").asText();
        String token = issuer.token(platform, List.of("complainant"), subject, Duration.ofMinutes(5));
        try {
            Http.Answer answer = Http.post(
                    frontDoor + "/api/v1/complaints",
                    Map.of("Authorization", "Bearer " + token, "Idempotency-Key", key),
                    complaint.toString());
            if (answer.status() == 201) {
                return true;
            }
            say.accept("Sample " + key + " was refused: " + answer.status() + " " + answer.body());
        } catch (IOException e) {
            say.accept("Sample " + key + " could not be filed: " + e);
        }
        return false;
    }
}
