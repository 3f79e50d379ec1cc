package org.redress.system.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.system.deadlines.Firings.Fired;
import org.redress.system.deadlines.Firings.Level;
import org.redress.system.deadlines.Firings.Told;

/**
 * The account of a scenario: what was to fire, what fired, and what was told of it.
 *
 * @param levels how many were to fire
 * @param fired rows that say so and stand
 * @param withdrawn rows that were withdrawn, because what happened in time was told too late
 * @param missing complaints whose level did not fire
 * @param doubled complaints of which more fired than was to
 * @param early rows or events from before their time
 * @param told events, each under an id of its own
 * @param untold rows without an event
 * @param toldTwice events beyond the one of each row
 * @param deliveredAgain records beyond the first of an event: allowed, readers know them by their id
 * @param noticed from due to the database's time of firing
 * @param arrived from due to the event's arrival at the broker
 * @param notes what was done meanwhile
 */
record FiringLedger(
        String scenario,
        String form,
        long seed,
        int levels,
        int fired,
        int withdrawn,
        int missing,
        int doubled,
        int early,
        int told,
        int untold,
        int toldTwice,
        int deliveredAgain,
        Lateness noticed,
        Lateness arrived,
        Map<String, Object> notes) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Path FOLDER = Path.of("target", "sla-faults");

    /** The account of complaints of which each was to fire one level. */
    static FiringLedger of(
            String scenario, long seed, Collection<UUID> complaints, Firings firings, Map<String, ?> notes) {
        return of(scenario, seed, complaints.stream().collect(Collectors.toMap(id -> id, id -> 1)), firings, notes);
    }

    /** The account of complaints of which each was to fire so many levels. */
    static FiringLedger of(
            String scenario, long seed, Map<UUID, Integer> levels, Firings firings, Map<String, ?> notes) {
        List<Fired> rows = firings.rows();
        List<Fired> standing = rows.stream().filter(row -> !row.withdrawn()).toList();
        Collection<Told> told = firings.told().values();
        Map<UUID, Integer> perComplaint = new HashMap<>();
        levels.forEach((complaint, many) -> perComplaint.put(complaint, -many));
        standing.forEach(row -> perComplaint.merge(row.complaint(), 1, Integer::sum));
        Map<Level, Integer> untold = new HashMap<>();
        rows.forEach(row -> untold.merge(row.level(), 1, Integer::sum));
        told.forEach(event -> untold.merge(event.level(), -1, Integer::sum));
        return new FiringLedger(
                scenario,
                Scale.form(),
                seed,
                levels.values().stream().mapToInt(many -> many).sum(),
                standing.size(),
                rows.size() - standing.size(),
                tooFew(perComplaint.values()),
                tooMany(perComplaint.values()),
                (int) Stream.concat(
                                rows.stream().map(Fired::late), told.stream().map(Told::late))
                        .filter(Duration::isNegative)
                        .count(),
                told.size(),
                tooMany(untold.values()),
                tooFew(untold.values()),
                told.stream().mapToInt(event -> event.records() - 1).sum(),
                Lateness.of(rows.stream().map(Fired::late).toList()),
                Lateness.of(told.stream().map(Told::late).toList()),
                new TreeMap<>(notes));
    }

    private static int tooMany(Collection<Integer> differences) {
        return differences.stream().mapToInt(n -> Math.max(0, n)).sum();
    }

    private static int tooFew(Collection<Integer> differences) {
        return differences.stream().mapToInt(n -> Math.max(0, -n)).sum();
    }

    /** Prints it and keeps it under {@code target/sla-faults}. */
    FiringLedger kept() {
        try {
            String json = JSON.writeValueAsString(this);
            System.out.println(json);
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(scenario + "-" + form + ".json"), json);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number among the notes. */
    long note(String name) {
        return ((Number) Objects.requireNonNull(notes.get(name), name)).longValue();
    }

    /** What every scenario must come to. */
    FiringLedger eachOnceAndNoneEarly() {
        assertThat(List.of(missing, doubled, early, untold, toldTwice))
                .as("missing, doubled, early, untold, told twice of " + this)
                .containsOnly(0);
        assertThat(fired).as("%s", this).isEqualTo(levels);
        return this;
    }

    /** And none later than that, told to others. */
    FiringLedger within(Duration longest) {
        assertThat(arrived.max()).as("the last of %s", this).isLessThanOrEqualTo(longest.toMillis());
        return this;
    }
}
