package org.redress.sla.policy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.redress.deadline.policy.Policy;
import org.redress.sla.calendar.CalendarRepository;
import org.redress.sla.calendar.VersionedCalendar;

/**
 * The policies of the five platforms, as files beside this code. A platform that has no policy, or only versions that were
 * shipped, gets what is shipped now as its next version, in force at once; open complaints keep theirs. A platform with a
 * version of its own, in force, past or scheduled, is left alone for good.
 */
@ApplicationScoped
class ShippedPolicies {
    static final List<String> PLATFORMS = List.of("huijin", "kameng", "qihui", "kamen", "wangwang");
    static final String SHIPPED = "shipped";
    private static final int BEFORE_CONSUMERS = 100;

    private final PolicyVersionRepository versions;
    private final PolicyRepository policies;
    private final CalendarRepository calendars;
    private final CreatePolicy create;
    private final AnnouncePolicies announce;

    ShippedPolicies(
            PolicyVersionRepository versions,
            PolicyRepository policies,
            CalendarRepository calendars,
            CreatePolicy create,
            AnnouncePolicies announce) {
        this.versions = versions;
        this.policies = policies;
        this.calendars = calendars;
        this.create = create;
        this.announce = announce;
    }

    /** At start, and later because a shipped calendar may have got its dates of another year. */
    @Transactional
    @Scheduled(every = "1m", delayed = "1m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void ship() {
        PLATFORMS.forEach(platform -> ship(platform, document(platform)));
        announce.due();
    }

    @Transactional
    void start(@Observes @Priority(BEFORE_CONSUMERS) StartupEvent event) {
        ship();
    }

    /** Ships one platform's policy; several instances may do so at once. */
    @Transactional
    void ship(String platform, String document) {
        String calendarId = String.valueOf(PolicyDocuments.map(document).get("calendar"));
        VersionedCalendar calendar = calendars.newest(platform, calendarId).orElseThrow();
        Policy policy = PolicyDocuments.read(document, calendar.calendar());
        int last = versions.holdLastVersion(platform);
        List<StoredPolicy> stored = versions.list(platform, null, Integer.MAX_VALUE);
        boolean own = stored.stream()
                .anyMatch(version -> !version.createdBy().equals(SHIPPED) && version.activeFrom() != null);
        if (own || stored.stream().anyMatch(version -> says(version, policy, calendar))) {
            return;
        }
        create.store(new NewPolicy(policy, calendar, NewPolicy.NEXT_VERSION, false, null), last + 1, SHIPPED);
        versions.activate(platform, last + 1, policies.now(), SHIPPED);
    }

    /** Whether a version, be it not the newest, is this one: so an older build that starts again puts nothing back. */
    private boolean says(StoredPolicy version, Policy policy, VersionedCalendar calendar) {
        return version.createdBy().equals(SHIPPED)
                && version.calendarOwner().equals(calendar.owner())
                && version.calendarVersion() == calendar.version()
                && PolicyDocuments.calendarOf(version).equals(policy.calendar())
                && PolicyDocuments.map(version.document())
                        .equals(PolicyDocuments.map(PolicyDocuments.write(policy.withVersion(version.version()))));
    }

    /** The text of a platform's file. */
    static String document(String platform) {
        String name = "/policies/" + platform + ".json";
        try (InputStream file = ShippedPolicies.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("missing: " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
