package org.redress.benchmarks.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of the load.
 *
 * @param body null: none
 * @param expected the only status that is no failure
 */
record Shot(
        HttpMethod method,
        String path,
        Map<String, String> headers,
        @Nullable Buffer body,
        int expected) {
    static Shot get(String path, String token) {
        return new Shot(HttpMethod.GET, path, Map.of("Authorization", "Bearer " + token), null, 200);
    }
}
