package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.redress.deadline.calendar.Calendar;
import org.redress.sla.calendar.CalendarRepository;
import org.redress.sla.calendar.VersionedCalendar;
import org.redress.sla.storage.Columns;

/** Policies for those who time complaints. A version never changes, so that what was read once is kept. Thread safe. */
@ApplicationScoped
public class PolicyRepository {
    private final Jdbi jdbi;
    private final PolicyVersionRepository versions;
    private final CalendarRepository calendars;
    private final Map<Key, PolicyInForce> read = new ConcurrentHashMap<>();

    private record Key(String platform, int version) {}

    PolicyRepository(Jdbi jdbi, PolicyVersionRepository versions, CalendarRepository calendars) {
        this.jdbi = jdbi;
        this.versions = versions;
        this.calendars = calendars;
    }

    /** When a complaint of a platform was filed. */
    public record Filing(String platform, Instant at) {}

    /**
     * The version for a complaint filed at that time: the one that had taken effect last. A complaint from before the first
     * one falls under the first one.
     *
     * @return empty when the platform has no policy in force, now or then
     */
    public Optional<PolicyInForce> inForceAt(String platform, Instant filedAt) {
        return versionsInForceAt(List.of(new Filing(platform, filedAt))).values().stream()
                .findFirst()
                .flatMap(version -> version(platform, version));
    }

    /** The same for many complaints at once; without those whose platform has no policy in force. */
    public Map<Filing, Integer> versionsInForceAt(Collection<Filing> filings) {
        List<Filing> asked = filings.stream().distinct().toList();
        var versions = new HashMap<Filing, Integer>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        select f.position, p.version
                        from unnest(:platforms, cast(:times as timestamptz[])) with ordinality as f(platform, at, position)
                        cross join lateral (
                            select version from policy
                            where platform = f.platform and active_from <= now()
                            order by active_from <= f.at desc, abs(extract(epoch from active_from - f.at)), version desc
                            limit 1) p""")
                .bindArray(
                        "platforms",
                        String.class,
                        asked.stream().map(Filing::platform).toList())
                .bindArray(
                        "times",
                        String.class,
                        asked.stream().map(filing -> filing.at().toString()).toList())
                .map((row, context) -> versions.put(asked.get(row.getInt("position") - 1), row.getInt("version")))
                .list());
        return versions;
    }

    /** The version for a complaint filed now. */
    public Optional<PolicyInForce> inForceNow(String platform) {
        return inForceAt(platform, now());
    }

    /**
     * One version, with the calendar version that it was accepted with.
     *
     * @throws IllegalStateException when that calendar version is missing
     */
    public Optional<PolicyInForce> version(String platform, int version) {
        PolicyInForce known = read.get(new Key(platform, version));
        if (known != null) {
            return Optional.of(known);
        }
        return versions.find(platform, version).map(stored -> {
            PolicyInForce policy = read(stored);
            read.put(new Key(platform, version), policy);
            return policy;
        });
    }

    private PolicyInForce read(StoredPolicy stored) {
        Calendar calendar = calendars
                .version(stored.calendarOwner(), PolicyDocuments.calendarOf(stored), stored.calendarVersion())
                .map(VersionedCalendar::calendar)
                .orElseThrow(() -> new IllegalStateException("no such calendar: " + PolicyDocuments.calendarOf(stored)
                        + " version " + stored.calendarVersion()));
        return new PolicyInForce(stored.version(), PolicyDocuments.read(stored.document(), calendar), calendar);
    }

    /** Where a version is in its life, and what it counts by. */
    public Optional<PolicyState> state(String platform, int version) {
        return versions.find(platform, version).map(StoredPolicy::state);
    }

    /** Keeps the lives of a platform's versions as they are until the end of the transaction. */
    public void hold(String platform) {
        versions.holdLastVersion(platform);
    }

    /** The transaction's time on the database's clock. */
    public Instant now() {
        return jdbi.withHandle(handle -> handle.createQuery("select now() as now")
                .map((row, context) -> Columns.instant(row, "now"))
                .one());
    }
}
