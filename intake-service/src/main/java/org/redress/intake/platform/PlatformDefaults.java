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
        return SHIPPED.stream().map(this::read).toList();
    }

    /** What a new platform has where it says nothing itself; its id and names are to be replaced. */
    PlatformProfile template() {
        return read("template");
    }

    private PlatformProfile read(String name) {
        String path = "/platforms/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(PlatformDefaults.class.getResourceAsStream(path), path)) {
            return json.readValue(in, PlatformProfile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("shipped platform profile " + path, e);
        }
    }
}
