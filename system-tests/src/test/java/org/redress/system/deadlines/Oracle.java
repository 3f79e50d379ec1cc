package org.redress.system.deadlines;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.clock.Clock;
import org.redress.deadline.clock.Clocks;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.Channel;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.policy.LevelKind;
import org.redress.deadline.policy.Policy;

/** What the deadline engine alone makes of a story: no database, no broker, no time of day, no instances. */
final class Oracle {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CaseFacts AS_FILED = new CaseFacts(Severity.NORMAL, null, Channel.APP, null, null, null);

    private final Calendar always =
            Calendar.named("cn-24x7", ZoneId.of("Asia/Shanghai")).alwaysOpen().build();
    private final Policy policy;

    /** For a platform's policy, as {@link SlaCluster#policy} writes it. */
    Oracle(String document) {
        try {
            policy = PolicyDocument.read(JSON.readValue(document, Map.class), id -> Optional.of(always))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A clock as it must stand once everything is known.
     *
     * @param breaches how many of its breach levels stand: recorded and not withdrawn
     */
    record Verdict(
            String state,
            @Nullable Instant dueAt,
            @Nullable Instant metAt,
            @Nullable Instant cancelledAt,
            long breaches) {}

    /** By metric and cycle. */
    Map<String, Verdict> of(Story story, Instant until) {
        var verdicts = new TreeMap<String, Verdict>();
        for (Clock clock : Clocks.compute(policy, always, AS_FILED, story.happened(), until)
                .clocks()) {
            verdicts.put(clock.metric() + " " + clock.cycle(), verdict(clock));
        }
        return verdicts;
    }

    /** How many breaches of all these clocks stand. */
    static long breaches(Map<String, Verdict> verdicts) {
        return verdicts.values().stream().mapToLong(Verdict::breaches).sum();
    }

    private static Verdict verdict(Clock clock) {
        List<?> standing = clock.levels().stream()
                .filter(level -> level.kind() == LevelKind.BREACH && level.fired())
                .toList();
        return new Verdict(clock.state().name(), clock.dueAt(), clock.metAt(), clock.cancelledAt(), standing.size());
    }
}
