package org.redress.intake.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.intake.complaint.ComplaintStatus;

/**
 * A complaint as the state machine sees it: where it stands, and everything that was opened on it. Immutable.
 *
 * @param parts in the order in which they were opened; each id once
 */
public record Case(CaseFacts facts, ComplaintStatus status, List<Part> parts) {
    /** Copies the list. */
    public Case {
        parts = List.copyOf(parts);
    }

    /** The parts of a kind, oldest first. */
    public <P extends Part> List<P> all(Class<P> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The open parts of a kind, oldest first. */
    public <P extends Part> List<P> open(Class<P> kind) {
        return all(kind).stream().filter(Part::open).toList();
    }

    /** The newest part of a kind. */
    public <P extends Part> Optional<P> last(Class<P> kind) {
        List<P> all = all(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The part of that kind and id. */
    public <P extends Part> Optional<P> find(Class<P> kind, UUID id) {
        return all(kind).stream().filter(part -> part.id().equals(id)).findAny();
    }

    /** The decision that holds. */
    public Optional<Part.Decision> standingDecision() {
        return open(Part.Decision.class).stream().findFirst();
    }

    /** Where a case is worked on: before triage has judged it, and after. */
    ComplaintStatus atWork() {
        return facts.triaged() ? ComplaintStatus.TRIAGED : ComplaintStatus.FILED;
    }

    /** The same case with a part added, or in the place of the one with its id. */
    Case with(Part part) {
        List<Part> changed = new ArrayList<>(parts);
        changed.replaceAll(known -> known.id().equals(part.id()) ? part : known);
        if (changed.stream().noneMatch(part::equals)) {
            changed.add(part);
        }
        return new Case(facts, status, changed);
    }

    /** The same case standing elsewhere. */
    Case in(ComplaintStatus other) {
        return new Case(facts, other, parts);
    }
}
