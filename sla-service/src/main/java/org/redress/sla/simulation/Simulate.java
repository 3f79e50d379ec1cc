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
import org.redress.deadline.document.CalendarCheck;
import org.redress.deadline.document.CalendarDocument;
import org.redress.deadline.document.EventDocument;
import org.redress.deadline.document.Parsed;
import org.redress.deadline.document.PolicyDocument;
import org.redress.deadline.policy.Policy;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;
import org.redress.sla.calendar.CalendarRepository;
import org.redress.sla.calendar.VersionedCalendar;
import org.redress.sla.clock.ClockView.RemarkView;
import org.redress.sla.clock.ClockViews;
import org.redress.sla.policy.PolicyInForce;
import org.redress.sla.policy.PolicyRepository;
import org.redress.sla.wording.Wording;

/** Answers what a policy would do on given events, with every wrong field of the question named. Stores nothing. */
@ApplicationScoped
class Simulate {
    private static final Set<String> NAMES_ONE = Set.of("platform", "version");

    private final CalendarRepository shipped;
    private final PolicyRepository policies;
    private final Wording wording;

    /** What a question names, once all of it is right. */
    private record Question(Policy policy, Calendar calendar, List<CaseEvent> events) {}

    Simulate(CalendarRepository shipped, PolicyRepository policies, Wording wording) {
        this.shipped = shipped;
        this.policies = policies;
        this.wording = wording;
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
        Optional<List<CaseEvent>> events = accepted(EventDocument.readList(request.events(), "/events"), "", errors);
        Optional<PolicyInForce> policy = policy(request, platform, given, errors);
        if (!errors.isEmpty() || policy.isEmpty() || events.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        Calendar calendar = given.getOrDefault(
                policy.get().policy().calendar(), policy.get().calendar());
        var question = new Question(policy.get().policy(), calendar, events.get());
        if (AnswerSize.tooLong(question.policy(), question.events(), request.until())) {
            throw ProblemException.invalid(wording.of("/events", "range", "simulation.size"));
        }
        return compute(question, request);
    }

    private static Simulation compute(Question question, SimulationRequest request) {
        try {
            Clocks clocks = Clocks.compute(
                    question.policy(), question.calendar(), request.facts(), question.events(), request.until());
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

    /** The policy in the question; or the platform's own, in force or in that version, if the question only names it. */
    private Optional<PolicyInForce> policy(
            SimulationRequest request, String platform, Map<String, Calendar> given, List<FieldError> errors) {
        Map<String, Object> asked = new LinkedHashMap<>(request.policy());
        if (!NAMES_ONE.containsAll(asked.keySet()) || !asked.containsKey("platform")) {
            asked.putIfAbsent("platform", platform);
            Function<String, Optional<Calendar>> calendars = id -> Optional.ofNullable(given.get(id))
                    .or(() -> shipped.newest(platform, id).map(VersionedCalendar::calendar));
            return accepted(PolicyDocument.read(asked, calendars), "/policy", errors)
                    .map(policy -> new PolicyInForce(
                            policy.version(),
                            policy,
                            calendars.apply(policy.calendar()).orElseThrow()));
        }
        Optional<PolicyInForce> known = !platform.equals(asked.get("platform"))
                ? Optional.empty()
                : asked.get("version") instanceof Integer version
                        ? policies.version(platform, version)
                        : policies.inForceNow(platform).filter(inForce -> asked.get("version") == null);
        if (known.isEmpty()) {
            errors.add(wording.of("/policy/platform", "unknown", "simulation.policy"));
        }
        return known;
    }

    private Map<String, Calendar> calendars(SimulationRequest request, List<FieldError> errors) {
        Map<String, Calendar> given = new LinkedHashMap<>();
        List<Map<String, Object>> documents = request.calendars() == null ? List.of() : request.calendars();
        for (int i = 0; i < documents.size(); i++) {
            String under = "/calendars/" + i;
            Optional<Calendar> read = accepted(CalendarDocument.read(documents.get(i)), under, errors);
            read.ifPresent(calendar -> errors.addAll(wording.of(CalendarCheck.unfounded(calendar), under)));
            read.ifPresent(calendar -> given.put(calendar.id(), calendar));
        }
        return given;
    }

    private <T> Optional<T> accepted(Parsed<T> parsed, String under, List<FieldError> errors) {
        errors.addAll(wording.of(parsed.problems(), under));
        return parsed.fold(Optional::of, problems -> Optional.empty());
    }
}
