package org.redress.launcher.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.redress.infra.TokenIssuer;

/**
 * What a first start prepares by events from service to service: the five platforms' published standards reach intake only
 * after sla has activated its policies. Until then a complaint would be filed without promises.
 */
final class FirstStart {
    /** The platforms that come with the product. */
    static final List<String> PLATFORMS = List.of("huijin", "kameng", "qihui", "kamen", "wangwang");

    private final String intake;
    private final TokenIssuer issuer;

    FirstStart(String intakeUrl, TokenIssuer issuer) {
        this.intake = intakeUrl;
        this.issuer = issuer;
    }

    /** The platforms whose standards are not published yet. */
    List<String> missing() {
        return PLATFORMS.stream().filter(platform -> !hasStandards(platform)).toList();
    }

    private boolean hasStandards(String platform) {
        String token = issuer.token(platform, List.of("admin"), "launcher", java.time.Duration.ofMinutes(5));
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
