package org.redress.sla.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.redress.deadline.document.Parsed;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.policy.Policy;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.sla.calendar.CalendarRepository;
import org.redress.sla.calendar.CalendarRequests;
import org.redress.sla.calendar.StoreCalendar;
import org.redress.sla.calendar.VersionedCalendar;
import org.redress.sla.policy.PolicyFile.ImportAnswer;
import org.redress.sla.policy.PolicyFile.PolicyEntry;
import org.redress.sla.wording.Wording;

/**
 * Reads a platform's policies and calendars from a document: all of it is checked first, and nothing is stored if anything is
 * wrong. Versions that are there already must say the same and are left alone; new ones continue the numbers.
 */
@ApplicationScoped
class ImportPolicies {
    private final PolicyVersionRepository versions;
    private final PolicyRepository policies;
    private final CalendarRepository calendars;
    private final CalendarRequests readCalendars;
    private final StoreCalendar storeCalendar;
    private final CreatePolicy create;
    private final AnnouncePolicies announce;
    private final Wording wording;

    /** A version to be stored. */
    private record Fresh(PolicyEntry entry, NewPolicy policy) {}

    ImportPolicies(
            PolicyVersionRepository versions,
            PolicyRepository policies,
            CalendarRepository calendars,
            CalendarRequests readCalendars,
            StoreCalendar storeCalendar,
            CreatePolicy create,
            AnnouncePolicies announce,
            Wording wording) {
        this.versions = versions;
        this.policies = policies;
        this.calendars = calendars;
        this.readCalendars = readCalendars;
        this.storeCalendar = storeCalendar;
        this.create = create;
        this.announce = announce;
        this.wording = wording;
    }

    /**
     * Imports.
     *
     * @throws ProblemException 422 with everything that is wrong
     */
    @Transactional
    ImportAnswer read(PolicyFile file, String platform, String by) {
        List<FieldError> errors = new ArrayList<>();
        head(file, platform, errors);
        int last = versions.holdLastVersion(platform);
        var ofFile = new PolicyFileCalendars(platform, calendars, readCalendars, wording, errors);
        for (int i = 0; i < file.calendars().size(); i++) {
            ofFile.read(file.calendars().get(i), "/calendars/" + i);
        }
        List<Fresh> fresh = policies(file, platform, last, ofFile, errors);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        ofFile.toStore().forEach(calendar -> storeCalendar.own(platform, calendar.calendar(), calendar.version(), by));
        fresh.forEach(version -> store(version, by));
        announce.due();
        return new ImportAnswer(
                ofFile.toStore().size(),
                fresh.size(),
                file.calendars().size()
                        + file.policies().size()
                        - ofFile.toStore().size()
                        - fresh.size());
    }

    private void head(PolicyFile file, String platform, List<FieldError> errors) {
        if (!file.kind().equals(PolicyFile.KIND) || file.format() != PolicyFile.FORMAT) {
            errors.add(wording.of("/kind", "value", "file.kind", PolicyFile.KIND + " " + PolicyFile.FORMAT));
        }
        if (!file.platform().equals(platform)) {
            errors.add(wording.of("/platform", "value", "file.platform", file.platform()));
        }
    }

    private List<Fresh> policies(
            PolicyFile file, String platform, int last, PolicyFileCalendars ofFile, List<FieldError> errors) {
        boolean alive = policies.inForceNow(platform).isPresent();
        Instant now = policies.now();
        List<Fresh> fresh = new ArrayList<>();
        for (int i = 0; i < file.policies().size(); i++) {
            PolicyEntry entry = file.policies().get(i);
            String under = "/policies/" + i;
            Optional<NewPolicy> read = policy(entry, platform, ofFile, under, errors);
            Optional<StoredPolicy> there = versions.find(platform, entry.version());
            if (there.isPresent()) {
                read.filter(policy -> !same(there.get(), policy))
                        .ifPresent(other -> errors.add(
                                wording.of(under + "/version", "conflict", "file.conflict", entry.version())));
            } else if (entry.version() != last + fresh.size() + 1) {
                errors.add(wording.of(under + "/version", "value", "file.version"));
            } else {
                Instant from = entry.activeFrom();
                if (alive && from != null && from.isBefore(now)) {
                    errors.add(wording.of(under + "/activeFrom", "range", "activeFrom.past"));
                }
                read.ifPresent(policy -> fresh.add(new Fresh(entry, policy)));
            }
        }
        return fresh;
    }

    private Optional<NewPolicy> policy(
            PolicyEntry entry, String platform, PolicyFileCalendars ofFile, String under, List<FieldError> errors) {
        Optional<VersionedCalendar> calendar = ofFile.find(entry.calendar());
        if (calendar.isEmpty()) {
            errors.add(wording.of(under + "/calendar", "unknown", "file.calendarMissing"));
            return Optional.empty();
        }
        Parsed<Policy> parsed = PolicyDocument.read(
                entry.policy(),
                id -> calendar.map(VersionedCalendar::calendar)
                        .filter(known -> known.id().equals(id)));
        errors.addAll(wording.of(parsed.problems(), under + "/policy"));
        Optional<Policy> policy = parsed.fold(Optional::of, problems -> Optional.empty());
        if (policy.isPresent() && !policy.get().platform().equals(platform)) {
            errors.add(wording.of(under + "/policy/platform", "value", "platform.other", platform));
            return Optional.empty();
        }
        return policy.map(read -> new NewPolicy(
                read.withVersion(entry.version()), calendar.get(), entry.version(), true, entry.activeFrom()));
    }

    private static boolean same(StoredPolicy there, NewPolicy policy) {
        return there.calendarOwner().equals(policy.calendar().owner())
                && there.calendarVersion() == policy.calendar().version()
                && PolicyDocuments.read(there.document(), policy.calendar().calendar())
                        .equals(policy.policy());
    }

    private void store(Fresh version, String by) {
        PolicyEntry entry = version.entry();
        String platform = version.policy().policy().platform();
        create.store(version.policy(), entry.version(), by);
        if (entry.activeFrom() != null) {
            versions.activate(platform, entry.version(), entry.activeFrom(), by);
        }
        if (entry.retired()) {
            versions.retire(platform, entry.version(), by);
        }
    }
}
