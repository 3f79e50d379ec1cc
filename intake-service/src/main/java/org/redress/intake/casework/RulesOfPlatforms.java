package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.calendar.Calendar;
import org.redress.intake.lifecycle.CaseRules;
import org.redress.intake.lifecycle.OutsideBody;
import org.redress.intake.platform.ExternalBody;
import org.redress.intake.platform.Period;
import org.redress.intake.platform.PlatformProfile;
import org.redress.intake.platform.PlatformRepository;
import org.redress.service.calendar.StatutoryDates;
import org.redress.service.calendar.StatutoryDays;

/** The limits of a platform, from its profile; where that says nothing, those of the requirements. Thread safe. */
@ApplicationScoped
class RulesOfPlatforms {
    private static final int APPEAL_DAYS = 7;
    private static final Duration URGE_EVERY = Duration.ofHours(24);

    private final PlatformRepository platforms;
    private final Supplier<Calendars> calendars;

    RulesOfPlatforms(PlatformRepository platforms, StatutoryDates dates) {
        this.platforms = platforms;
        this.calendars = dates.derived(Calendars::new);
    }

    /** The calendars of all zones that were asked for, while the dates are these. */
    private static final class Calendars {
        private final StatutoryDays days;
        private final Map<ZoneId, Calendar> byZone = new ConcurrentHashMap<>();

        Calendars(StatutoryDays days) {
            this.days = days;
        }

        Calendar in(ZoneId zone) {
            return byZone.computeIfAbsent(zone, one -> StatutoryCalendar.in(one, days));
        }
    }

    /** The rules of a platform that has complaints. */
    CaseRules of(String platform) {
        PlatformProfile profile = platforms.find(platform).orElseThrow();
        return new CaseRules(
                profile.materials().rounds(),
                Period.of(profile.materials().within()),
                profile.urging().offered(),
                urgeEvery(profile.urging().every()),
                profile.urging().ultimatum() == null
                        ? null
                        : Duration.parse(profile.urging().ultimatum()),
                profile.escalationLimit(),
                appealDays(profile.appeal().within()),
                profile.appeal().needs().contains("NEW_EVIDENCE"),
                profile.reopenings(),
                profile.externalBodies().stream()
                        .map(body -> outside(body, profile.currency()))
                        .toList(),
                profile.basis(),
                calendars.get().in(ZoneId.of(profile.zone())));
    }

    private static OutsideBody outside(ExternalBody body, String currency) {
        String above = body.above();
        return new OutsideBody(
                body.code(),
                Set.copyOf(body.categories()),
                body.products(),
                above == null ? null : new BigDecimal(above),
                currency,
                OutsideBody.From.valueOf(body.from().name()));
    }

    private static Duration urgeEvery(@Nullable String period) {
        return period == null ? URGE_EVERY : Period.of(period);
    }

    /** Appeals are counted in days; a window of hours is rounded up to whole days, in the complainant's favour. */
    private static int appealDays(@Nullable String period) {
        return period == null ? APPEAL_DAYS : Period.days(period);
    }
}
