package org.redress.intake.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The platform profiles that come with the product, as resource files. */
@ApplicationScoped
class PlatformDefaults {
    private static final List<String> SHIPPED = List.of("huijin", "kameng", "qihui", "kamen", "wangwang");

    private final ObjectMapper json;

    PlatformDefaults(ObjectMapper json) {
        this.json = json;
    }

    /** The five shipped profiles. */
    List<PlatformProfile> shipped() {
        List<DecisionRule> common = common();
        return SHIPPED.stream()
                .map(name -> read(name, PlatformProfile.class).withRules(common))
                .toList();
    }

    /** What a new platform has where it says nothing itself; its id and names are to be replaced. */
    PlatformProfile template() {
        return read("template", PlatformProfile.class).withRules(common());
    }

    /** The rules that every platform of ours publishes. */
    private List<DecisionRule> common() {
        return List.of(read("rules", DecisionRule[].class));
    }

    private <T> T read(String name, Class<T> type) {
        String path = "/platforms/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(PlatformDefaults.class.getResourceAsStream(path), path)) {
            return json.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("shipped platform profile " + path, e);
        }
    }
}
