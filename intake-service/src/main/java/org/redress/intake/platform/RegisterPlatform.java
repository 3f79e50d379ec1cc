package org.redress.intake.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.redress.intake.complaint.Money;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Registers platforms: the shipped ones at start, others when an admin says so. */
@ApplicationScoped
class RegisterPlatform {
    private final PlatformRepository platforms;
    private final PlatformDefaults defaults;

    RegisterPlatform(PlatformRepository platforms, PlatformDefaults defaults) {
        this.platforms = platforms;
        this.defaults = defaults;
    }

    /** Keeps the shipped platforms that are not there yet. Several instances may do so at once. */
    @Transactional
    void atStart(@Observes StartupEvent started) {
        defaults.shipped().forEach(profile -> platforms.insert(profile, "shipped"));
    }

    /**
     * Registers a new platform.
     *
     * @throws ProblemException 409 if the id is taken, 422 if the zone or currency is not known
     */
    @Transactional
    PlatformProfile register(PlatformRequest request, String admin) {
        PlatformProfile profile = request.profile(defaults.template());
        List<FieldError> errors = errors(profile);
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        if (!platforms.insert(profile, admin)) {
            throw ProblemException.conflict("platform " + profile.id() + " exists");
        }
        return profile;
    }

    private static List<FieldError> errors(PlatformProfile profile) {
        List<FieldError> errors = new ArrayList<>();
        if (!ZoneId.getAvailableZoneIds().contains(profile.zone())) {
            errors.add(new FieldError("/zone", "value", "must be an IANA time zone, such as \"Asia/Shanghai\""));
        }
        if (Money.currencyOf(profile.currency()).isEmpty()) {
            errors.add(new FieldError("/currency", "value", "must be an ISO 4217 code, such as \"CNY\""));
        }
        return errors;
    }
}
