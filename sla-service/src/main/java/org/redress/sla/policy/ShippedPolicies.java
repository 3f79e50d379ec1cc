package org.redress.sla.policy;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.redress.deadline.policy.Policy;

/** The policies of the five platforms, as files beside this code; activated where a platform has none yet. */
@ApplicationScoped
class ShippedPolicies {
    static final List<String> PLATFORMS = List.of("huijin", "kameng", "qihui", "kamen", "wangwang");
    private static final int BEFORE_CONSUMERS = 100;

    private final PolicyDocuments documents;
    private final ActivatePolicy activate;

    ShippedPolicies(PolicyDocuments documents, ActivatePolicy activate) {
        this.documents = documents;
        this.activate = activate;
    }

    void start(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent event) {
        PLATFORMS.forEach(platform -> activate.activateFirst(policy(documents, platform), "shipped"));
    }

    /** The policy in the file of a platform. */
    static Policy policy(PolicyDocuments documents, String platform) {
        String name = "/policies/" + platform + ".json";
        try (InputStream file = ShippedPolicies.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("missing: " + name);
            }
            return documents.read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
