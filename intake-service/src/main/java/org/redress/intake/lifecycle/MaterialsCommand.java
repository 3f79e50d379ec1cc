package org.redress.intake.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.EvidenceAdded;
import org.redress.contract.intake.EvidenceKind;
import org.redress.contract.intake.EvidenceReleased;
import org.redress.contract.intake.MaterialsRequested;
import org.redress.contract.intake.MaterialsSupplemented;
import org.redress.contract.intake.RequestedItem;
import org.redress.intake.complaint.ComplaintStatus;

/** What brings material to a case. */
public sealed interface MaterialsCommand extends Command {

    /**
     * Adds a stored file, or a new version of one (R15).
     *
     * @param sha256 of the original
     * @param copySha256 of what others see of it; only the timeline says it
     */
    record AddEvidence(
            UUID evidenceId,
            EvidenceKind kind,
            String mediaType,
            long size,
            String sha256,
            String copySha256,
            @Nullable Instant occurredAt)
            implements MaterialsCommand {
        @Override
        public Act act() {
            return Act.ADD_EVIDENCE;
        }

        @Override
        public Map<String, String> noted() {
            return Map.of("copySha256", copySha256);
        }

        @Override
        public @Nullable String words() {
            return null;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Optional<Part.Evidence> there = before.find(Part.Evidence.class, evidenceId);
            int version = there.map(Part.Evidence::version).orElse(0) + 1;
            Change change = new Change(before, moment);
            change.put(new Part.Evidence(
                    evidenceId,
                    version,
                    kind,
                    sha256,
                    moment.now(),
                    moment.by().role() == ActorRole.MERCHANT,
                    there.map(Part.Evidence::released).orElse(0)));
            change.tell(new EvidenceAdded(
                    change.complaintId(),
                    evidenceId,
                    version,
                    kind,
                    mediaType,
                    size,
                    sha256,
                    occurredAt,
                    null,
                    null,
                    moment.by(),
                    moment.now()));
            return change.done(evidenceId);
        }
    }

    /**
     * Shows the complainant what the merchant handed in, up to the version that was looked at. What comes later stays
     * with the staff until it is released in its turn.
     */
    record ReleaseEvidence(UUID evidenceId, int version, String words) implements MaterialsCommand {
        @Override
        public Act act() {
            return Act.RELEASE_EVIDENCE;
        }

        @Override
        public boolean needsWords() {
            return true;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Part.Evidence piece = before.find(Part.Evidence.class, evidenceId).orElse(null);
            // A merchant does not see what others handed in: for them it is not there.
            boolean foreign = piece != null && !piece.merchants() && moment.by().role() == ActorRole.MERCHANT;
            if (piece == null || foreign || version > piece.version()) {
                return new Outcome.Refused(Refusal.NO_SUCH_PART);
            }
            if (!piece.merchants() || version <= piece.released()) {
                return new Outcome.Refused(Refusal.ALREADY_SHOWN);
            }
            Change change = new Change(before, moment).put(piece.released(version));
            change.tell(new EvidenceReleased(change.complaintId(), evidenceId, version, moment.by(), moment.now()));
            return change.done(evidenceId);
        }
    }

    /**
     * Asks the complainant for everything that is missing, in one list (R14).
     *
     * @param dueAt until when it is waited for; null for as long as the platform's rules say, or until the goods expire
     * @param held what the platform itself holds and has told (R11)
     */
    record RequestMaterials(
            List<RequestItem> items,
            @Nullable Instant dueAt,
            Set<EvidenceKind> held,
            @Nullable String words) implements MaterialsCommand {
        /** Copies the list and the set. */
        public RequestMaterials {
            items = List.copyOf(items);
            held = Set.copyOf(held);
        }

        @Override
        public Act act() {
            return Act.REQUEST_MATERIALS;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            int round = before.all(Waiting.MaterialsRequest.class).size() + 1;
            Instant due = dueAt != null ? dueAt : usual(before, moment);
            Refusal refusal = refusal(before, moment, round, due);
            if (refusal != null) {
                return new Outcome.Refused(refusal);
            }
            List<Outcome.Refused.Wrong> needless = HeldMaterial.among(items, before, held);
            if (!needless.isEmpty()) {
                return new Outcome.Refused(Refusal.ALREADY_HELD, null, List.of(), needless);
            }
            UUID id = moment.newId();
            Change change = new Change(before, moment).to(ComplaintStatus.AWAITING_MATERIALS);
            change.put(new Waiting.MaterialsRequest(id, round, items, due, moment.now(), null));
            change.tell(new MaterialsRequested(
                    change.complaintId(), id, round, told(before.facts().orderNo()), due, moment.by(), moment.now()));
            return change.done(id);
        }

        private @Nullable Refusal refusal(Case before, Moment moment, int round, Instant due) {
            if (round > moment.rules().supplementRounds()) {
                return Refusal.ROUNDS_USED_UP;
            }
            if (!due.isAfter(moment.now())) {
                return Refusal.DUE_IN_THE_PAST;
            }
            Instant expiry = expiry(before, moment);
            return expiry != null && due.isAfter(expiry) ? Refusal.DUE_AFTER_GOODS_EXPIRE : null;
        }

        private static Instant usual(Case before, Moment moment) {
            Instant usual = moment.now().plus(moment.rules().supplementWithin());
            Instant expiry = expiry(before, moment);
            return expiry != null && expiry.isBefore(usual) ? expiry : usual;
        }

        /** When the goods expire, if they have not: of goods that have expired, waiting makes nothing worse. */
        private static @Nullable Instant expiry(Case before, Moment moment) {
            Instant expiry = before.facts().goodsExpireAt();
            return expiry != null && expiry.isAfter(moment.now()) ? expiry : null;
        }

        private List<RequestedItem> told(String orderNo) {
            return items.stream().map(item -> item.told(orderNo)).toList();
        }
    }

    /**
     * Supplies items of the open request; with the last of them the case goes on (R14). What came in already and comes again
     * without a word changes nothing.
     */
    record Supplement(Set<String> items, @Nullable String words) implements MaterialsCommand {
        /** Copies the set. */
        public Supplement {
            items = Set.copyOf(items);
        }

        @Override
        public Act act() {
            return Act.SUPPLEMENT;
        }

        @Override
        public Outcome on(Case before, Moment moment) {
            Waiting.MaterialsRequest request =
                    before.open(Waiting.MaterialsRequest.class).get(0);
            Set<String> asked =
                    request.items().stream().map(RequestItem::itemId).collect(Collectors.toSet());
            if (items.isEmpty() || !asked.containsAll(items)) {
                return new Outcome.Refused(
                        Refusal.NO_SUCH_ITEM, null, asked.stream().sorted().toList());
            }
            Change change = new Change(before, moment);
            if (words == null && request.named(items).stream().allMatch(RequestItem::supplied)) {
                return change.done(request.id());
            }
            List<RequestItem> now = request.items().stream()
                    .map(item -> items.contains(item.itemId()) ? item.cameIn() : item)
                    .toList();
            boolean complete = now.stream().allMatch(RequestItem::supplied);
            change.put(new Waiting.MaterialsRequest(
                    request.id(),
                    request.round(),
                    now,
                    request.dueAt(),
                    request.requestedAt(),
                    complete ? moment.now() : null));
            change.tell(new MaterialsSupplemented(
                    change.complaintId(),
                    request.id(),
                    items.stream().sorted().toList(),
                    complete,
                    moment.by(),
                    moment.now()));
            return (complete ? change.to(before.atWork()) : change).done(request.id());
        }
    }
}
