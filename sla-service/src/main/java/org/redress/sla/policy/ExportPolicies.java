package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.redress.deadline.document.CalendarDocument;
import org.redress.deadline.document.PolicyDocument;
import org.redress.sla.calendar.CalendarRepository;
import org.redress.sla.calendar.VersionedCalendar;
import org.redress.sla.policy.PolicyFile.CalendarEntry;
import org.redress.sla.policy.PolicyFile.CalendarName;
import org.redress.sla.policy.PolicyFile.PolicyEntry;

/** Writes a platform's policies and calendars as one document; written again from what it was read into, it is the same. */
@ApplicationScoped
class ExportPolicies {
    private final PolicyVersionRepository versions;
    private final PolicyRepository policies;
    private final CalendarRepository calendars;

    ExportPolicies(PolicyVersionRepository versions, PolicyRepository policies, CalendarRepository calendars) {
        this.versions = versions;
        this.policies = policies;
        this.calendars = calendars;
    }

    /** Everything of a platform. */
    @Transactional
    PolicyFile export(String platform) {
        versions.holdLastVersion(platform);
        List<StoredPolicy> stored = new ArrayList<>(versions.list(platform, null, Integer.MAX_VALUE));
        stored.sort(Comparator.comparing(StoredPolicy::version));
        Map<CalendarName, VersionedCalendar> used = new LinkedHashMap<>();
        calendars.own(platform).forEach(calendar -> used.put(name(calendar), calendar));
        List<PolicyEntry> entries = new ArrayList<>();
        for (StoredPolicy version : stored) {
            PolicyInForce policy = policies.version(platform, version.version()).orElseThrow();
            var calendar = new VersionedCalendar(version.calendarOwner(), version.calendarVersion(), policy.calendar());
            used.putIfAbsent(name(calendar), calendar);
            entries.add(new PolicyEntry(
                    version.version(),
                    name(calendar),
                    version.activeFrom(),
                    version.retiredAt() != null,
                    PolicyDocument.write(policy.policy())));
        }
        return new PolicyFile(
                PolicyFile.KIND,
                PolicyFile.FORMAT,
                platform,
                used.values().stream().map(ExportPolicies::entry).toList(),
                entries);
    }

    private static CalendarEntry entry(VersionedCalendar calendar) {
        return new CalendarEntry(calendar.shipped(), calendar.version(), CalendarDocument.write(calendar.calendar()));
    }

    private static CalendarName name(VersionedCalendar calendar) {
        return new CalendarName(calendar.shipped(), calendar.calendar().id(), calendar.version());
    }
}
