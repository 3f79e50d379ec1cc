package org.redress.triage.complaint;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.triage.freeze.FreezeOrder;
import org.redress.triage.freeze.OrderFreeze;
import org.redress.triage.judgement.Judge;
import org.redress.triage.judgement.Judgement;
import org.redress.triage.judgement.Severity;
import org.redress.triage.routing.AgentRepository;
import org.redress.triage.routing.Route;
import org.redress.triage.routing.RoutingTable;
import org.redress.triage.routing.Tier;

/** Judges a filed complaint, routes it, gives it an owner and, if CRITICAL, orders a freeze: all or nothing. */
@Singleton
public class JudgeComplaint {

    private final Judge judge;
    private final RoutingTable routing;
    private final AgentRepository agents;
    private final CaseRepository cases;
    private final EndRepository ends;
    private final AppealRepository appeals;
    private final LinkDuplicate linkDuplicate;
    private final OrderFreeze orderFreeze;
    private final CaseEvents events;
    private final TriageMetrics metrics;

    JudgeComplaint(
            Judge judge,
            RoutingTable routing,
            AgentRepository agents,
            CaseRepository cases,
            EndRepository ends,
            AppealRepository appeals,
            LinkDuplicate linkDuplicate,
            OrderFreeze orderFreeze,
            CaseEvents events,
            TriageMetrics metrics) {
        this.judge = judge;
        this.routing = routing;
        this.agents = agents;
        this.cases = cases;
        this.ends = ends;
        this.appeals = appeals;
        this.linkDuplicate = linkDuplicate;
        this.orderFreeze = orderFreeze;
        this.events = events;
        this.metrics = metrics;
    }

    /** Judges {@code filed}; does nothing if that was done before, under whatever event id. */
    @Transactional
    public void judge(FiledComplaint filed) {
        if (cases.exists(filed.complaintId())) {
            return;
        }
        Judgement judgement = judge.judge(filed.statement());
        agents.lockAssignments();
        // Again, now alone: another consumer may have judged it between the first look and the lock.
        if (cases.exists(filed.complaintId())) {
            return;
        }
        TriageResult result = store(filed, judgement);
        events.triaged(result);
        linkDuplicate.link(filed, judgement.category());
        if (judgement.severity() == Severity.CRITICAL) {
            orderFreeze.order(new FreezeOrder(
                    filed.complaintId(),
                    filed.platform(),
                    filed.complainantId(),
                    judgement.reasons().get(0).rule(),
                    filed.filedAt()));
        }
        metrics.judged(judgement);
    }

    private TriageResult store(FiledComplaint filed, Judgement judgement) {
        Route route = routing.routeFor(filed.platform(), judgement);
        Tier tier = Stream.of(
                        Optional.of(route.tier()),
                        cases.takeEarly(filed.complaintId(), filed.platform()),
                        appeals.open(filed.complaintId(), filed.platform()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        String owner = agents.assign(filed.platform(), tier, appeals.deciders(filed.complaintId(), filed.platform()));
        if (ends.isOver(filed.complaintId(), filed.platform())) {
            agents.release(filed.platform(), owner);
        }
        Instant now = cases.insert(filed, judgement, route.queue(), tier, owner);
        Assignment assignment = new Assignment(
                filed.complaintId(), filed.platform(), route.queue(), tier, owner, Assignment.Cause.TRIAGED, now);
        return new TriageResult(assignment, 1, judgement, filed.language(), now);
    }
}
