package org.redress.launcher.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.redress.infra.TokenIssuer;
import org.redress.launcher.LaunchException;
import org.redress.launcher.data.DataLayout;

/**
 * What a first start prepares by events from service to service: the five platforms' published standards reach intake only
 * after sla has activated its policies. Until then a complaint would be filed without promises.
 */
final class FirstStart {
    /** The platforms that come with the product. */
    static final List<String> PLATFORMS = List.of("huijin", "kameng", "qihui", "kamen", "wangwang");

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final long POLL_MILLIS = 200;

    private final String intake;
    private final TokenIssuer issuer;

    FirstStart(String intakeUrl, TokenIssuer issuer) {
        this.intake = intakeUrl;
        this.issuer = issuer;
    }

    /**
     * Waits until they are published, unless an earlier start of this data directory has seen it.
     *
     * @param closed ends the waiting
     * @throws LaunchException when they are not published within two minutes
     */
    void await(DataLayout layout, CountDownLatch closed) throws InterruptedException {
        if (Files.exists(layout.prepared())) {
            return;
        }
        long deadline = System.nanoTime() + LONGEST.toNanos();
        for (List<String> missing = missing(); !missing.isEmpty(); missing = missing()) {
            if (System.nanoTime() > deadline) {
                throw new LaunchException("the published standards of " + String.join(", ", missing)
                        + " did not reach intake within " + LONGEST.toMinutes() + " minutes; see " + layout.logs());
            }
            if (closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        try {
            Files.writeString(layout.prepared(), "The first start of this directory came to its end.\n");
        } catch (IOException e) {
            throw new LaunchException("the end of the first start cannot be noted in " + layout.prepared(), e);
        }
    }

    /** The platforms whose standards are not published yet. */
    private List<String> missing() {
        return PLATFORMS.stream().filter(platform -> !hasStandards(platform)).toList();
    }

    private boolean hasStandards(String platform) {
        String token = issuer.token(platform, List.of("admin"), "launcher", Duration.ofMinutes(5));
        try {
            Http.Answer answer = Http.get(
                    intake + "/api/v1/standards?platform=" + platform, Map.of("Authorization", "Bearer " + token));
            return answer.status() == 404 || (answer.status() == 200 && says(answer.body()));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether the list of standards has an entry: an object inside an array. */
    private static boolean says(String json) {
        return json.replaceAll("\\s", "").contains("[{");
    }
}
