package org.redress.intake.remedy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.intake.casework.ReadCase;
import org.redress.intake.chain.ChainedEntry;
import org.redress.intake.chain.EntryContent;
import org.redress.intake.complaint.ComplaintRepository;
import org.redress.intake.complaint.TimelineRepository;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.lifecycle.Case;
import org.redress.intake.lifecycle.Part;
import org.redress.intake.remedy.RemedyLedgerView.OfferView;
import org.redress.intake.remedy.RemedyLedgerView.OrderView;
import org.redress.intake.remedy.RemedyLedgerView.ProofView;
import org.redress.intake.remedy.RemedyLedgerView.RemedyView;
import org.redress.intake.remedy.RemedyLedgerView.StepView;

/** Puts the ledger together: the remedies as they stand, their histories from the timeline, their orders to the platform. */
@ApplicationScoped
class ReadLedger {
    private static final String OFFER_STEP = "REMEDY_OFFER";
    private static final String STEP = "REMEDY_";

    private final ComplaintRepository complaints;
    private final ReadCase cases;
    private final TimelineRepository timelines;
    private final RemedyOrderRepository orders;
    private final ObjectMapper json;

    ReadLedger(
            ComplaintRepository complaints,
            ReadCase cases,
            TimelineRepository timelines,
            RemedyOrderRepository orders,
            ObjectMapper json) {
        this.complaints = complaints;
        this.cases = cases;
        this.timelines = timelines;
        this.orders = orders;
        this.json = json;
    }

    /** A timeline entry, read for one answer. */
    private record Told(
            String kind, Instant at, String actor, String remedyId, String offerId, String outcome, String reason) {}

    /** The ledger; empty if the complaint is absent or not the viewer's. */
    Optional<RemedyLedgerView> of(UUID complaintId, Viewer viewer) {
        return complaints
                .find(complaintId, viewer)
                .flatMap(found -> cases.find(complaintId, viewer).map(at -> {
                    List<Told> told = told(complaintId);
                    Map<UUID, OrderView> sent = orders.of(complaintId).stream()
                            .collect(Collectors.toMap(OrderView::id, Function.identity()));
                    Case now = at.record();
                    return new RemedyLedgerView(
                            complaintId,
                            found.complaint().demands(),
                            now.all(Part.Offer.class).stream()
                                    .map(offer -> offer(offer, told))
                                    .toList(),
                            now.all(Part.Remedy.class).stream()
                                    .map(one -> remedy(one, told, sent.get(one.id()), at.at(), viewer.isStaff()))
                                    .toList(),
                            Totals.of(now.all(Part.Remedy.class)));
                }));
    }

    private static OfferView offer(Part.Offer offer, List<Told> told) {
        return new OfferView(
                offer.id(),
                offer.type(),
                offer.amount(),
                offer.currency(),
                offer.dueAt(),
                offer.until(),
                offer.outcome(),
                offer.remedyId(),
                steps(told, true, offer.id(), null));
    }

    private static RemedyView remedy(
            Part.Remedy remedy, List<Told> told, @Nullable OrderView order, Instant now, boolean staff) {
        List<StepView> history = steps(told, false, remedy.id(), order);
        return new RemedyView(
                remedy.id(),
                remedy.decisionId(),
                remedy.type(),
                remedy.amount(),
                remedy.currency(),
                remedy.dueAt(),
                remedy.state(),
                remedy.dueAt().isBefore(now) && isToCome(remedy, history),
                proof(remedy),
                history,
                staff ? order : null);
    }

    private static boolean isToCome(Part.Remedy remedy, List<StepView> history) {
        return switch (remedy.state()) {
            case ORDERED, RECALLED -> true;
            case DISPUTED -> history.stream().noneMatch(step -> step.step().equals("EXECUTED"));
            case EXECUTED, CONFIRMED, CANCELLED -> false;
        };
    }

    private static @Nullable ProofView proof(Part.Remedy remedy) {
        Part.Receipt receipt = remedy.receipt();
        boolean none = remedy.platformReference() == null && receipt == null;
        return none
                ? null
                : new ProofView(
                        remedy.platformReference(),
                        receipt == null ? null : receipt.carriedOutAt(),
                        receipt == null ? null : receipt.sha256());
    }

    /** What the timeline tells of it, and between that what the platform said of its order. */
    private static List<StepView> steps(List<Told> told, boolean ofOffer, UUID id, @Nullable OrderView order) {
        List<StepView> steps = new ArrayList<>(told.stream()
                .filter(entry -> id.toString().equals(ofOffer ? entry.offerId() : entry.remedyId()))
                .filter(entry -> entry.kind().startsWith(OFFER_STEP) == ofOffer)
                .map(ReadLedger::step)
                .toList());
        if (order != null && order.acceptedAt() != null) {
            steps.add(new StepView("ACCEPTED", order.acceptedAt(), "platform", null));
        }
        if (order != null && order.state() == OrderState.REFUSED) {
            steps.add(new StepView("REFUSED", Objects.requireNonNull(order.endedAt()), "platform", order.reason()));
        }
        steps.sort(Comparator.comparing(StepView::at));
        return List.copyOf(steps);
    }

    private static StepView step(Told entry) {
        String step = entry.outcome().isEmpty() ? entry.kind().substring(STEP.length()) : entry.outcome();
        return new StepView(step, entry.at(), entry.actor(), entry.reason().isEmpty() ? null : entry.reason());
    }

    /** What the timeline tells of remedies and offers, in the order in which it was recorded; none of it is for staff alone. */
    private List<Told> told(UUID complaintId) {
        return timelines.chain(complaintId).stream()
                .map(ChainedEntry::content)
                .filter(entry -> entry.kind().startsWith(STEP) && !entry.kind().startsWith(RemedyTimeline.KINDS))
                .filter(entry -> !entry.staffOnly())
                .map(this::read)
                .toList();
    }

    private Told read(EntryContent entry) {
        try {
            JsonNode data = json.readTree(entry.data());
            return new Told(
                    entry.kind(),
                    entry.at(),
                    entry.actor(),
                    data.path("remedyId").asText(""),
                    data.path("offerId").asText(""),
                    data.path("outcome").asText(""),
                    data.path("reason").asText(""));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
