package org.redress.infra.hostile;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.redress.infra.RedressInfra;
import org.redress.infra.TokenIssuer;

/** Access tokens of those who may and of those who may not. Thread-safe. */
final class Callers {
    /** Every role there is. */
    static final List<String> ROLES =
            List.of("complainant", "merchant", "agent", "supervisor", "ops", "platform", "partner", "admin", "service");

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final String platform;
    private final String subject;

    Callers(String platform, String subject) {
        this.platform = platform;
        this.subject = subject;
    }

    /** A good token of that role; the same one each time. */
    String token(String role) {
        return tokens.computeIfAbsent(role, any -> RedressInfra.token(role, platform, subject));
    }

    /** By what is wrong with them: tokens that nobody should get anywhere with. */
    Map<String, String> worthless() {
        TokenIssuer issuer = RedressInfra.issuer();
        String good = token("admin");
        String[] parts = good.split("\\.", -1);
        String unsigned = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
        String expired = issuer.token(platform, ROLES, subject, Duration.ofHours(-1));
        return Map.of(
                "no token at all",
                "a.b.c",
                "an unsigned token",
                unsigned,
                "a token with another one's signature",
                parts[0] + "." + parts[1] + "." + token("ops").split("\\.", -1)[2],
                "an expired token",
                expired);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
