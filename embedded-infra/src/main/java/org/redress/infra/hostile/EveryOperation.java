package org.redress.infra.hostile;

import io.restassured.RestAssured;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * All operations of the service under test, tried in the ways in which none of them may fail. Each way says what was wrong; a
 * service's test adds its own scene and finds nothing. Used by one thread.
 *
 * @param ofTheService tables that the service writes to by itself, without a request
 */
public record EveryOperation(Set<String> ofTheService) {
    /** The tenant whose people do the calling. */
    public static final String PLATFORM = "kamen";

    private static final int ENOUGH_SENT = 300;
    private static final Set<Integer> USUAL_ANSWERS = Set.of(200, 400, 404, 405, 415, 422);

    /** Copies the set. */
    public EveryOperation {
        ofTheService = Set.copyOf(ofTheService);
    }

    /** The service that REST Assured is set to. */
    static URI service() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    /** See {@link CallerMatrix#otherwiseThan}. */
    public List<String> otherwiseThan(String table) {
        return new CallerMatrix(service()).otherwiseThan(table);
    }

    /** Everything that is called by nobody, with worthless tokens and with every wrong role, and what is left of it. */
    public List<String> byTheWrongOnes() {
        var matrix = new CallerMatrix(service());
        List<String> faults = new ArrayList<>(matrix.forNobody());
        faults.addAll(leftBy(() ->
                matrix.callByTheWrongOnes(PLATFORM, "u-1", UUID.randomUUID().toString())));
        faults.addAll(matrix.faults());
        return faults;
    }

    /**
     * Everything of another tenant that is looked for and laid hands on by people of {@link #PLATFORM} who have the role for it.
     *
     * @param blind reads that show none of the belongings' texts even to their owners, so that nothing is proven of them
     */
    public List<String> byStrangersTo(Belongings belongings, Set<String> blind) {
        var strangers = new Strangers(service(), PLATFORM, belongings);
        List<String> faults = new ArrayList<>(leftBy(strangers::call));
        faults.addAll(strangers.faults());
        if (!strangers.blind().equals(new TreeSet<>(blind))) {
            faults.add("shown not even to their owners by " + strangers.blind());
        }
        return faults;
    }

    /** Up to so many hostile requests by those who may call. */
    public List<String> withWhateverIsSent(int requests, Supplier<Scene> scenes) {
        HostileRequests.Outcome outcome = new HostileRequests(service()).run(requests, scenes, ofTheService);
        List<String> faults = new ArrayList<>(outcome.faults());
        if (outcome.sent() <= ENOUGH_SENT) {
            faults.add("only %d of %d requests in the time there is".formatted(outcome.sent(), requests));
        }
        if (!outcome.statuses().keySet().containsAll(USUAL_ANSWERS)) {
            faults.add("of %s only %s were answered".formatted(USUAL_ANSWERS, outcome.statuses()));
        }
        return faults;
    }

    private List<String> leftBy(Runnable calls) {
        try (var rows = StoredRows.but(ofTheService)) {
            return rows.changedBy(calls::run).stream()
                    .map(table -> "refused, but changed " + table)
                    .toList();
        }
    }
}
