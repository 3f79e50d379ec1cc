package org.redress.infra.hostile;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.redress.infra.hostile.Wire.Sent;
import org.redress.infra.openapi.ApiContract;
import org.redress.infra.openapi.ApiContract.Answered;
import org.redress.infra.openapi.ApiDocument.ApiOperation;

/** Says what is wrong with an answer to a hostile request. Thread-safe. */
final class Judge {
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_OF_OURS = 500;
    private static final List<String> OF_THE_INSIDE =
            List.of("Exception", "org.redress", "com.fasterxml", "PSQL", "ERROR:", "jakarta.", "io.quarkus");

    /** As strict as the services are to be. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ApiContract contract;

    Judge(ApiContract contract) {
        this.contract = contract;
    }

    /** Everything that is wrong with it; each starts with what was answered. */
    List<String> faults(ApiOperation operation, Sent request, HttpResponse<String> answer, Scene scene) {
        List<String> faults = new ArrayList<>();
        int status = answer.statusCode();
        if (status >= FIRST_OF_OURS) {
            faults.add(status + ", a defect of ours: " + answer.body());
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (status == 405 && answer.headers().firstValue("Allow").isEmpty()) {
            faults.add("405 without Allow");
        }
        faults.addAll(
                contract.faults(request.method(), request.pathAlone(), new Answered(status, type, answer.body())));
        scene.secrets().stream()
                .filter(secret -> answer.body().contains(secret))
                .forEach(secret -> faults.add(status + " tells what is another tenant's: " + secret));
        if (status >= FIRST_REFUSAL) {
            faults.addAll(refusal(request, answer, type));
        } else if (operation.verb().equalsIgnoreCase(request.method())) {
            faults.addAll(accepted(operation, request, status));
        }
        return faults;
    }

    private static List<String> refusal(Sent request, HttpResponse<String> answer, String type) {
        List<String> faults = new ArrayList<>();
        if (request.method().equals("HEAD")) {
            return faults;
        }
        if (!type.startsWith("application/problem+json")) {
            return List.of("%d is '%s', no problem: %s".formatted(answer.statusCode(), type, answer.body()));
        }
        OF_THE_INSIDE.stream()
                .filter(word -> answer.body().contains(word))
                .forEach(
                        word -> faults.add("%d tells of the inside: %s".formatted(answer.statusCode(), answer.body())));
        JsonNode problem = read(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        boolean named = problem != null
                && problem.path("errors").path(0).path("pointer").asText().startsWith("/");
        if (problem == null || problem.path("status").asInt() != answer.statusCode()) {
            faults.add("%d is no problem of that status: %s".formatted(answer.statusCode(), answer.body()));
        } else if (problem.path("code").asText().equals("invalid") && !named) {
            faults.add("invalid, but no field is named: " + answer.body());
        }
        return faults;
    }

    /** What is accepted has to be as the document asks for it. */
    private List<String> accepted(ApiOperation operation, Sent request, int status) {
        JsonNode content = operation.node().path("requestBody").path("content").path("application/json");
        if (content.isMissingNode()) {
            return List.of();
        }
        JsonNode body = read(request.body());
        if (body == null) {
            return List.of(status + " to a body that is no JSON, or names a field twice");
        }
        return contract.misfits(operation.id() + " request", content.path("schema"), body).stream()
                .map(misfit -> status + " to a body that the document refuses: " + misfit)
                .toList();
    }

    private static @org.jspecify.annotations.Nullable JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }
}
