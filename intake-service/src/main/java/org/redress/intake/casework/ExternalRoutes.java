package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.redress.intake.lifecycle.Case;
import org.redress.intake.lifecycle.CaseRules;
import org.redress.intake.lifecycle.OutsideBody;
import org.redress.intake.platform.ExternalBody;
import org.redress.intake.platform.PlatformRepository;
import org.redress.service.problem.Languages;

/** Explains where a case can go beyond its platform. */
@ApplicationScoped
class ExternalRoutes {
    private static final String TEXTS = "org.redress.intake.casework.routes";

    private final RulesOfPlatforms rules;
    private final PlatformRepository platforms;

    ExternalRoutes(RulesOfPlatforms rules, PlatformRepository platforms) {
        this.rules = rules;
        this.platforms = platforms;
    }

    /** The routes of a case as it stands. */
    RoutesView of(Case record, String platform, Instant now, Locale language) {
        CaseRules own = rules.of(platform);
        Map<String, ExternalBody> known = platforms.find(platform).orElseThrow().externalBodies().stream()
                .collect(Collectors.toMap(ExternalBody::code, Function.identity(), (first, again) -> first));
        List<RouteView> routes = own.outsideBodies().stream()
                .map(body -> view(body, known, record, own, now))
                .sorted(Comparator.comparing(route -> !route.open()))
                .toList();
        int left = own.appealsLeft(record, now);
        String key = left > 0 ? "appeals-left" : record.standingDecision().isPresent() ? "last" : "none-yet";
        String text = Languages.texts(TEXTS, language).getString(key).replace("{0}", Integer.toString(left));
        return new RoutesView(left, text, routes);
    }

    private static RouteView view(
            OutsideBody body, Map<String, ExternalBody> known, Case record, CaseRules rules, Instant now) {
        ExternalBody named = known.get(body.code());
        if (named == null) {
            throw new IllegalStateException("a body that the profile does not name: " + body.code());
        }
        return RouteView.of(named, body.closed(record, rules, now).orElse(null));
    }
}
