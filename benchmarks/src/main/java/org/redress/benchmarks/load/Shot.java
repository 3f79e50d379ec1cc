package org.redress.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request of the load.
 *
 * @param body null: none
 * @param expected the only status that is no failure
 * @param then is told the body of an answer that was expected
 */
public record Shot(
        HttpMethod method,
        String path,
        Map<String, String> headers,
        @Nullable Buffer body,
        int expected,
        Consumer<Buffer> then) {
    /** A look at something with a token. */
    public static Shot get(String path, String token) {
        return new Shot(HttpMethod.GET, path, Map.of("Authorization", "Bearer " + token), null, 200, answer -> {});
    }
}
