package org.redress.sla.simulation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.redress.deadline.calendar.Calendar;
import org.redress.deadline.calendar.UnreachableTimeException;
import org.redress.deadline.clock.Clocks;
import org.redress.deadline.complaint.CaseEvent;
import org.redress.deadline.document.CalendarDocument;
import org.redress.deadline.document.EventDocument;
import org.redress.deadline.document.Parsed;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.policy.Policy;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.sla.calendar.ShippedCalendars;
import org.redress.sla.clock.ClockView.RemarkView;
import org.redress.sla.clock.ClockViews;
import org.redress.sla.policy.PolicyInForce;
import org.redress.sla.policy.PolicyRepository;

/** Answers what a policy would do on given events, with every wrong field of the question named. Stores nothing. */
@ApplicationScoped
class Simulate {
    private final ShippedCalendars shipped;
    private final PolicyRepository policies;

    Simulate(ShippedCalendars shipped, PolicyRepository policies) {
        this.shipped = shipped;
        this.policies = policies;
    }

    /**
     * Answers.
     *
     * @param platform the caller's, the only one whose policy in force may be asked for
     * @throws ProblemException 422 when the policy, a calendar or an event is wrong
     */
    Simulation answer(SimulationRequest request, String platform) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, Calendar> given = calendars(request, errors);
        Function<String, Optional<Calendar>> calendars =
                id -> Optional.ofNullable(given.get(id)).or(() -> shipped.find(id));
        Optional<Policy> policy = policy(request, platform, calendars, errors);
        Optional<List<CaseEvent>> events = accepted(EventDocument.readList(request.events(), "/events"), "", errors);
        if (!errors.isEmpty() || policy.isEmpty() || events.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return compute(policy.get(), calendars.apply(policy.get().calendar()).orElseThrow(), request, events.get());
    }

    private static Simulation compute(
            Policy policy, Calendar calendar, SimulationRequest request, List<CaseEvent> events) {
        try {
            Clocks clocks = Clocks.compute(policy, calendar, request.facts(), events, request.until());
            return new Simulation(
                    clocks.clocks().stream()
                            .map(clock -> ClockViews.simulated(clock, request.until()))
                            .toList(),
                    clocks.remarks().stream()
                            .map(remark -> new RemarkView(remark.code(), remark.text()))
                            .toList());
        } catch (UnreachableTimeException e) {
            throw ProblemException.invalid(new FieldError("/policy", "unreachable", String.valueOf(e.getMessage())));
        }
    }

    private Optional<Policy> policy(
            SimulationRequest request,
            String platform,
            Function<String, Optional<Calendar>> calendars,
            List<FieldError> errors) {
        if (!request.policy().keySet().equals(Set.of("platform"))) {
            return accepted(PolicyDocument.read(request.policy(), calendars), "/policy", errors);
        }
        Optional<Policy> inForce = platform.equals(request.policy().get("platform"))
                ? policies.inForceNow(platform).map(PolicyInForce::policy)
                : Optional.empty();
        if (inForce.isEmpty()) {
            errors.add(new FieldError("/policy/platform", "unknown", "your platform, once it has a policy in force"));
        }
        return inForce;
    }

    private static Map<String, Calendar> calendars(SimulationRequest request, List<FieldError> errors) {
        Map<String, Calendar> given = new LinkedHashMap<>();
        List<Map<String, Object>> documents = request.calendars() == null ? List.of() : request.calendars();
        for (int i = 0; i < documents.size(); i++) {
            accepted(CalendarDocument.read(documents.get(i)), "/calendars/" + i, errors)
                    .ifPresent(calendar -> given.put(calendar.id(), calendar));
        }
        return given;
    }

    private static <T> Optional<T> accepted(Parsed<T> parsed, String under, List<FieldError> errors) {
        parsed.problems()
                .forEach(wrong -> errors.add(new FieldError(under + wrong.pointer(), wrong.code(), wrong.message())));
        return parsed.fold(Optional::of, problems -> Optional.empty());
    }
}
