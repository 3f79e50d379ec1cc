package org.redress.infra.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.infra.hostile.Wire.Sent;
import org.redress.infra.openapi.ApiContract;
import org.redress.infra.openapi.ApiContract.Answered;
import org.redress.infra.openapi.ApiDocument.ApiOperation;
import org.redress.infra.openapi.SchemaSamples;

/** Every operation of a service's document, called by those who may not. Used by one thread. */
public final class CallerMatrix {
    private static final int CALLS_PER_ADDRESS = 50;

    private final ApiContract contract;
    private final SchemaSamples samples;
    private final Wire wire;
    private final List<String> faults = new ArrayList<>();
    private int calls;

    /** The operations of the service at that address. */
    public CallerMatrix(URI service) {
        contract = ApiContract.at(service);
        samples = new SchemaSamples(contract.document());
        wire = new Wire(service);
    }

    /** Every operation of the API. */
    public List<ApiOperation> operations() {
        return contract.document().operations().stream()
                .filter(ApiOperation::isOfTheApi)
                .toList();
    }

    /** What was answered otherwise than expected, so far. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Operations that are neither public nor for any role. */
    public List<String> forNobody() {
        return operations().stream()
                .filter(operation -> !operation.isPublic() && operation.roles().isEmpty())
                .map(operation -> operation + ": neither public nor for any role. Add @RolesAllowed or @PermitAll")
                .toList();
    }

    /**
     * Compares who may call what with a table that was agreed on. The service's document says what its code says: it cannot
     * show that a role too many was let in.
     *
     * @param table a resource: an operation and its roles a line, sorted, {@code everybody} where no token is asked for
     */
    public List<String> otherwiseThan(String table) {
        List<String> agreed = lines(table);
        List<String> now = operations().stream().map(CallerMatrix::line).toList();
        return Stream.concat(
                        now.stream()
                                .filter(line -> !agreed.contains(line))
                                .map(line -> "not in " + table + ": " + line),
                        agreed.stream()
                                .filter(line -> !now.contains(line))
                                .map(line -> "only in " + table + ": " + line))
                .toList();
    }

    private static String line(ApiOperation operation) {
        return operation + ": "
                + (operation.isPublic()
                        ? "everybody"
                        : operation.roles().stream().sorted().collect(Collectors.joining(" ")));
    }

    private static List<String> lines(String table) {
        ClassLoader test = Thread.currentThread().getContextClassLoader();
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Calls all that is not public without a token, with worthless ones, and with every role that may not.
     *
     * @param id what stands for {@code {id}}: best a thing that is there, so that a hole would show
     */
    public void callByTheWrongOnes(String platform, String subject, String id) {
        var callers = new Callers(platform, subject);
        Map<String, String> worthless = callers.worthless();
        for (ApiOperation operation : operations()) {
            if (operation.isPublic()) {
                continue;
            }
            expect(operation, "nobody", Optional.empty(), id, 401);
            worthless.forEach((what, token) -> expect(operation, what, Optional.of(token), id, 401));
            for (String role : Callers.ROLES) {
                if (!operation.roles().contains(role)) {
                    expect(operation, role, Optional.of(callers.token(role)), id, 403);
                }
            }
        }
    }

    /** Calls one operation with a good body; notes it when the answer is another one, or is not as the document says. */
    public void expect(ApiOperation operation, String who, Optional<String> token, String id, int status) {
        String address = operation
                .path()
                .replaceFirst("\\{id}", id)
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        Sent request = request(operation, address, token);
        try {
            var answer = wire.send(request);
            if (answer.statusCode() != status) {
                faults.add("%s by %s: expected %d, was %d %s"
                        .formatted(operation, who, status, answer.statusCode(), answer.body()));
            }
            String type = answer.headers().firstValue("Content-Type").orElse("");
            faults.addAll(contract.faults(
                    request.method(), request.pathAlone(), new Answered(answer.statusCode(), type, answer.body())));
        } catch (IOException e) {
            throw new UncheckedIOException(request + " was not answered", e);
        }
    }

    /** A request with a good body. */
    Sent request(ApiOperation operation, String address, Optional<String> token) {
        Map<String, List<String>> headers = new TreeMap<>();
        // As through a front door, from ever other addresses: one with so many bad tokens is made to wait.
        headers.put("X-Forwarded-For", List.of("2001:db8::%x".formatted(++calls / CALLS_PER_ADDRESS)));
        token.ifPresent(given -> headers.put("Authorization", List.of("Bearer " + given)));
        JsonNode content = operation.node().path("requestBody").path("content");
        String type = content.isEmpty() ? "" : content.fieldNames().next();
        if (!type.isEmpty()) {
            headers.put("Content-Type", List.of(type.equals("multipart/form-data") ? type + "; boundary=x" : type));
        }
        String body = samples.body(operation).map(JsonNode::toString).orElse(type.isEmpty() ? "" : "?");
        return new Sent(
                operation.verb().toUpperCase(Locale.ROOT), address, headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
