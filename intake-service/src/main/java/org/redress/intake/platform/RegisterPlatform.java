package org.redress.intake.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.redress.service.money.MoneyText;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Registers platforms: the shipped ones at start, others when an admin says so. */
@ApplicationScoped
class RegisterPlatform {
    private final PlatformRepository platforms;
    private final PlatformDefaults defaults;
    private final FastLaneSettings fastLane;

    RegisterPlatform(PlatformRepository platforms, PlatformDefaults defaults, FastLaneSettings fastLane) {
        this.platforms = platforms;
        this.defaults = defaults;
        this.fastLane = fastLane;
    }

    /** Keeps the shipped platforms as this version has them. Several instances may do so at once. */
    @Transactional
    void atStart(@Observes StartupEvent started) {
        defaults.shipped().forEach(platforms::keepShipped);
    }

    /**
     * Registers a new platform.
     *
     * @throws ProblemException 409 if the id is taken, 422 if the zone or currency is not known or the fast lane settles more
     *     than may be settled by rule
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

    private List<FieldError> errors(PlatformProfile profile) {
        List<FieldError> errors = new ArrayList<>();
        if (!ZoneId.getAvailableZoneIds().contains(profile.zone())) {
            errors.add(new FieldError("/zone", "value", "must be an IANA time zone, such as \"Asia/Shanghai\""));
        }
        if (MoneyText.currencyOf(profile.currency()).isEmpty()) {
            errors.add(new FieldError("/currency", "value", "must be an ISO 4217 code, such as \"CNY\""));
        }
        FastLaneRule rule = profile.fastLane();
        if (rule != null && !mayBeSettledByRule(rule)) {
            errors.add(new FieldError(
                    "/fastLane/upTo", "range", "must not be more than may be settled by rule: " + fastLane.most()));
        }
        return errors;
    }

    private boolean mayBeSettledByRule(FastLaneRule rule) {
        BigDecimal most = fastLane.most().get(rule.currency());
        return most != null && new BigDecimal(rule.upTo()).compareTo(most) <= 0;
    }
}
