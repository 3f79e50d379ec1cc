package org.redress.infra.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.redress.infra.hostile.Wire.Sent;
import org.redress.infra.openapi.ApiDocument.ApiOperation;

/** Calls by people of another tenant, for things that their owners are shown. Used by one thread. */
final class Strangers {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_OF_OURS = 500;

    private final CallerMatrix matrix;
    private final Wire wire;
    private final Callers strangers;
    private final Callers owners;
    private final Belongings belongings;
    private final Set<String> faults = new TreeSet<>();
    private final Set<String> shown = new TreeSet<>();
    private final Set<String> silent = new TreeSet<>();

    Strangers(URI service, String platform, Belongings belongings) {
        matrix = new CallerMatrix(service);
        wire = new Wire(service);
        strangers = new Callers(platform, belongings.subject());
        owners = new Callers(belongings.platform(), belongings.subject());
        this.belongings = belongings;
    }

    /** What was found, laid hands on, or not even shown to its owner, so far. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** Lists that show the belongings not even to their owners. */
    Set<String> blind() {
        Set<String> blind = new TreeSet<>(silent);
        blind.removeAll(shown);
        return blind;
    }

    /** Every operation on the belongings and every list, by every role that may call it. */
    void call() {
        for (ApiOperation operation : matrix.operations()) {
            if (operation.isStream() || operation.isPublic()) {
                continue;
            }
            for (String address : addresses(operation)) {
                if (isList(operation)) {
                    list(operation, address);
                } else if (operation.verb().equals("get")) {
                    find(operation, address);
                } else {
                    layHands(operation, address);
                }
            }
        }
    }

    private void layHands(ApiOperation operation, String address) {
        String absent =
                operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        for (String role : operation.roles()) {
            int status = send(operation, address, strangers.token(role)).statusCode();
            int asIfAbsent = send(operation, absent, strangers.token(role)).statusCode();
            if (status != asIfAbsent || status < FIRST_REFUSAL || status >= FIRST_OF_OURS) {
                faults.add("%s of another tenant's by %s: %d, and %d if there is none"
                        .formatted(operation, role, status, asIfAbsent));
            }
        }
    }

    private void find(ApiOperation operation, String address) {
        for (String role : operation.roles()) {
            int status = send(operation, address, strangers.token(role)).statusCode();
            if (status != NOT_FOUND) {
                faults.add("%s of another tenant's by %s: %d, no 404".formatted(operation, role, status));
            }
        }
        boolean there = operation.roles().stream()
                .anyMatch(role -> send(operation, address, owners.token(role)).statusCode() == OK);
        if (!there) {
            faults.add("%s: %s is not even there for its owners".formatted(operation, address));
        }
    }

    private void list(ApiOperation operation, String address) {
        for (String role : operation.roles()) {
            if (tells(send(operation, address, strangers.token(role)))) {
                faults.add("%s (%s) tells a stranger's %s of another tenant's".formatted(operation, address, role));
            }
        }
        if (operation.roles().stream().anyMatch(role -> tells(send(operation, address, owners.token(role))))) {
            shown.add(operation.path());
        } else {
            silent.add(operation.path());
        }
    }

    private boolean tells(HttpResponse<String> answer) {
        return belongings.texts().stream().anyMatch(answer.body()::contains);
    }

    private HttpResponse<String> send(ApiOperation operation, String address, String token) {
        Sent request = matrix.request(operation, address, Optional.of(token));
        try {
            return wire.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(request + " was not answered", e);
        }
    }

    /** Where an operation is to be called: nowhere when it is about things of which there are none here. */
    private List<String> addresses(ApiOperation operation) {
        String path = operation.path();
        List<String> addresses = new ArrayList<>();
        if (isList(operation)) {
            String filled = path;
            for (var filter : belongings.filters().entrySet()) {
                filled = filled.replace("{" + filter.getKey() + "}", filter.getValue());
            }
            addresses.add(filled + query(operation, Map.of()));
            addresses.add(filled + query(operation, belongings.filters()));
        }
        belongings.addresses().forEach((template, address) -> {
            String below = path.startsWith(template) ? path.substring(template.length()) : "{";
            if (!below.contains("{")) {
                addresses.add(address + below + query(operation, Map.of()));
            }
        });
        return addresses.stream().distinct().toList();
    }

    /** A read that is narrowed by filters alone. */
    private boolean isList(ApiOperation operation) {
        return operation.verb().equals("get")
                && Stream.of(operation.path().split("/", -1))
                        .filter(segment -> segment.startsWith("{"))
                        .allMatch(segment -> belongings.filters().containsKey(segment.replaceAll("[{}]", "")));
    }

    private static String query(ApiOperation operation, Map<String, String> filters) {
        List<String> parts = new ArrayList<>();
        for (JsonNode parameter : operation.node().path("parameters")) {
            String name = parameter.path("name").asText();
            boolean required = parameter.path("required").asBoolean();
            if (parameter.path("in").asText().equals("query") && (required || filters.containsKey(name))) {
                parts.add(name + "=" + filters.getOrDefault(name, "1"));
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
