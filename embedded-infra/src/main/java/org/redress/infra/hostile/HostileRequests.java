package org.redress.infra.hostile;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.redress.infra.hostile.Wire.Sent;
import org.redress.infra.openapi.ApiContract;
import org.redress.infra.openapi.ApiDocument.ApiOperation;

/**
 * Generated requests to every operation of a service, with good tokens and bad contents: each has to be answered as documented,
 * never by a defect of ours, and a refusal has to leave nothing. Used by one thread.
 *
 * <p>{@code -Dredress.hostile.seed} draws other requests, {@code -Dredress.hostile.seconds} lets it run longer.
 */
public final class HostileRequests {
    private static final long SEED = Long.getLong("redress.hostile.seed", 20_261_122L);
    private static final Duration AT_MOST = Duration.ofSeconds(Integer.getInteger("redress.hostile.seconds", 30));
    private static final int REQUESTS_PER_SCENE = 100;
    private static final int ENOUGH_FAULTS = 10;
    private static final int FIRST_REFUSAL = 400;

    private final ApiContract contract;
    private final List<ApiOperation> operations;
    private final HostileValues hostile = new HostileValues(SEED);
    private final Wire wire;
    private final Judge judge;

    /** Hostile requests to the service at that address. */
    public HostileRequests(URI service) {
        contract = ApiContract.at(service);
        operations = contract.document().operations().stream()
                .filter(operation -> operation.isOfTheApi() && !operation.isStream())
                .toList();
        wire = new Wire(service);
        judge = new Judge(contract);
    }

    /**
     * What came of it.
     *
     * @param sent how many requests were sent
     * @param statuses how often each status was answered
     * @param faults what was wrong; at most the first few, each with the seed, the request and the answer
     */
    public record Outcome(int sent, Map<Integer, Integer> statuses, List<String> faults) {}

    /**
     * Sends up to so many requests, for half a minute at most.
     *
     * @param scenes makes a new scene; asked for again every hundred requests
     * @param ofTheService tables that the service writes to by itself, without a request
     */
    public Outcome run(int requests, Supplier<Scene> scenes, Set<String> ofTheService) {
        var outcome = new Outcome(0, new TreeMap<>(), new ArrayList<>());
        Instant end = Instant.now().plus(AT_MOST);
        var maker = new RequestMaker(contract.document(), hostile);
        Scene scene = scenes.get();
        var callers = new Callers(scene.platform(), scene.subject());
        int sent = 0;
        try (var rows = StoredRows.but(ofTheService)) {
            while (sent < requests
                    && outcome.faults().size() < ENOUGH_FAULTS
                    && Instant.now().isBefore(end)) {
                if (sent % REQUESTS_PER_SCENE == REQUESTS_PER_SCENE - 1) {
                    scene = scenes.get();
                    callers = new Callers(scene.platform(), scene.subject());
                }
                hostile.foreign(scene.foreign());
                ApiOperation operation = hostile.one(operations);
                Sent request = maker.request(operation, scene, callers);
                String what = "seed %d, request %d, %s: ".formatted(SEED, sent, operation);
                for (String fault : faults(operation, request, scene, rows, outcome.statuses())) {
                    outcome.faults().add(what + fault + "\n  to " + request);
                }
                sent++;
            }
        }
        return new Outcome(sent, outcome.statuses(), outcome.faults());
    }

    private List<String> faults(
            ApiOperation operation, Sent request, Scene scene, StoredRows rows, Map<Integer, Integer> statuses) {
        Map<String, String> before = rows.read();
        try {
            var answer = wire.send(request);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            List<String> faults = new ArrayList<>(judge.faults(operation, request, answer, scene));
            if (answer.statusCode() >= FIRST_REFUSAL) {
                rows.changedSince(before, () -> wire.send(request.underANewKey()))
                        .forEach(table -> faults.add(answer.statusCode() + " changed " + table));
            }
            return faults;
        } catch (IOException e) {
            return List.of("no answer: " + e);
        }
    }
}
