package org.redress.service.idempotency;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as it was given under a key. */
record StoredAnswer(
        String requestHash,
        int status,
        Map<String, String> headers,
        @Nullable String body) {
    static StoredAnswer of(String requestHash, Response response, @Nullable String body) {
        var headers = new HashMap<String, String>();
        for (String name : IdempotentRequests.KEPT_HEADERS) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new StoredAnswer(requestHash, response.getStatus(), headers, body);
    }
}
