package org.redress.intake.casework;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What comes with every command.
 *
 * @param id the complaint
 * @param key the same key and body give the same answer, whatever happened in between
 * @param ifMatch the version that the command is meant for; another one answers 412
 */
public record CommandParameters(
        @PathParam("id") UUID id,

        @HeaderParam("Idempotency-Key") @Parameter(example = "0192f0c1-7d3a") @Nullable
        String key,

        @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(example = "\"3\"") @Nullable
        String ifMatch) {}
