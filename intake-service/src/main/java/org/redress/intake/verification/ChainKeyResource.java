package org.redress.intake.verification;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.redress.intake.chain.RootKeys;

/** Publishes the keys that sign roots. Whoever verifies offline keeps a copy from a time when nobody had a reason to lie. */
@Path("/api/v1/standards/timeline-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline")
public class ChainKeyResource {
    private final RootKeys keys;

    ChainKeyResource(RootKeys keys) {
        this.keys = keys;
    }

    /**
     * The keys of this installation.
     *
     * @param keys the one in use first
     */
    @Schema(name = "TimelineKeys")
    public record KeysView(List<KeyView> keys) {}

    /**
     * A key.
     *
     * @param id the first 16 hexadecimal digits of the SHA-256 of the public half
     * @param algorithm always {@code Ed25519}
     * @param publicKey the public half, X.509 SubjectPublicKeyInfo as base64
     */
    @Schema(name = "TimelineKey")
    public record KeyView(String id, String algorithm, String publicKey) {}

    /** Every key by which a root may be signed. */
    @GET
    @PermitAll
    @Operation(summary = "The public keys that sign the roots over all timelines")
    public KeysView keys() {
        return new KeysView(keys.published().entrySet().stream()
                .map(key -> new KeyView(key.getKey(), "Ed25519", key.getValue()))
                .toList());
    }
}
