package org.redress.launcher.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import org.redress.launcher.LaunchException;

/** Secrets made at the first start of a data directory and kept in a file only its owner can read. Not thread-safe. */
public final class Secrets {
    private static final int BYTES = 24;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataLayout layout;
    private final ObjectNode kept;

    /** Reads the kept secrets. */
    public Secrets(DataLayout layout) {
        this.layout = layout;
        try {
            kept = Files.exists(layout.secrets())
                    ? (ObjectNode) JSON.readTree(Files.readAllBytes(layout.secrets()))
                    : JSON.createObjectNode();
        } catch (IOException | ClassCastException e) {
            throw new LaunchException("the secrets in " + layout.secrets() + " cannot be read (" + e + ")", e);
        }
    }

    /** The secret kept under that name, made now if there is none: letters, digits, {@code -} and {@code _}. */
    public String secret(String name) {
        return kept(name, () -> {
            var bytes = new byte[BYTES];
            new SecureRandom().nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        });
    }

    /** The Ed25519 key kept under that name, made now if there is none: PKCS#8 as base64. */
    public String signingKey(String name) {
        return kept(name, () -> {
            try {
                var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has it", e);
            }
        });
    }

    private String kept(String name, Supplier<String> made) {
        if (!kept.hasNonNull(name)) {
            kept.put(name, made.get());
            try {
                StateFile.write(layout.secrets(), kept, true);
            } catch (IOException e) {
                throw new LaunchException("secrets cannot be kept in " + layout.secrets() + " (" + e + ")", e);
            }
        }
        return kept.path(name).asText();
    }
}
