package org.redress.console.frontdoor;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers cross the front door, in either direction. */
final class RequestHeaders {
    /** The header that names a request in logs and problems; a client may choose it. */
    static final String REQUEST_ID = "X-Request-Id";

    private static final Pattern HARMLESS_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    /** Those of one connection, which mean nothing on the next (RFC 9110, 7.6.1). */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "expect",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "upgrade");

    /** A caller is who the token says: no cookie, and no header that some layer could take for a caller's name. */
    private static final Set<String> NOT_PASSED = Set.of("cookie", "forwarded", "via", "remote-user");

    private RequestHeaders() {}

    /** Leaves only what a service may see of a client, and says anew where the request came from. */
    static void toService(MultiMap headers, HttpServerRequest request) {
        String id = headers.get(REQUEST_ID);
        removeHopByHop(headers);
        for (String name : List.copyOf(headers.names())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith("x-") || lower.indexOf('_') >= 0 || NOT_PASSED.contains(lower)) {
                headers.remove(name);
            }
        }
        if (id != null && HARMLESS_ID.matcher(id).matches()) {
            headers.set(REQUEST_ID, id);
        }
        headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
        headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
    }

    /** Leaves only what a client may see of a service. */
    static void toClient(MultiMap headers, String serviceBase) {
        removeHopByHop(headers);
        headers.remove("Server");
        headers.remove("Set-Cookie");
        String location = headers.get("Location");
        if (location != null && location.startsWith(serviceBase + "/")) {
            // The service's own address is nobody's business and often not reachable: same place, behind this door.
            headers.set("Location", location.substring(serviceBase.length()));
        }
    }

    private static void removeHopByHop(MultiMap headers) {
        List<String> named = new ArrayList<>();
        for (String connection : headers.getAll("Connection")) {
            for (String name : connection.split(",")) {
                named.add(name.strip());
            }
        }
        named.stream().filter(name -> !name.isEmpty() && !isFraming(name)).forEach(headers::remove);
        HOP_BY_HOP.forEach(headers::remove);
    }

    /** A client that names these as hop-by-hop would have the body or the caller forgotten on the way. */
    private static boolean isFraming(String name) {
        return Set.of("content-length", "transfer-encoding", "host", "authorization", "content-type")
                .contains(name.toLowerCase(Locale.ROOT));
    }
}
