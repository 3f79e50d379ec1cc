package org.redress.intake.lifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.ComplaintReopened;
import org.redress.contract.intake.IntakeEvent;
import org.redress.intake.complaint.ComplaintStatus;

/** A command being carried out: the case as it becomes, and what happened so far. For one thread and one command. */
final class Change {
    private final Moment moment;
    private final List<IntakeEvent> events = new ArrayList<>();
    private Case current;

    Change(Case before, Moment moment) {
        this.current = before;
        this.moment = moment;
    }

    /** The case as it is by now. */
    Case current() {
        return current;
    }

    /** Who gives the command, and when. */
    Moment moment() {
        return moment;
    }

    /** The complaint. */
    UUID complaintId() {
        return current.facts().id();
    }

    Change put(Part part) {
        current = current.with(part);
        return this;
    }

    Change to(ComplaintStatus status) {
        current = current.in(status);
        return this;
    }

    Change tell(IntakeEvent event) {
        events.add(event);
        return this;
    }

    /** A case that was decided or closed goes on. */
    Change reopen(String cause) {
        int count = current.all(Part.Reopening.class).size() + 1;
        ActorRole role = moment.by().role();
        put(new Part.Reopening(moment.newId(), count, cause, role, moment.now()));
        tell(new ComplaintReopened(complaintId(), count, cause, moment.by(), moment.now()));
        return to(current.atWork());
    }

    /** A decided case does not rest while a remedy of it is overdue or disputed, whenever that came (R50). */
    Change goOnIfDisputed() {
        boolean disputed =
                current.open(Part.Remedy.class).stream().anyMatch(remedy -> remedy.state() == RemedyState.DISPUTED);
        return disputed ? reopen("REMEDY_DISPUTED") : this;
    }

    /** Does something to the part of that kind and id, if there is one and it applies to it; then it is done. */
    <P extends Part> Outcome ifPart(Class<P> kind, UUID id, Predicate<P> applies, Consumer<P> effect) {
        current.find(kind, id).filter(applies).ifPresent(effect);
        return done(id);
    }

    /** It is done; {@code id} is what it was about. */
    Outcome done(UUID id) {
        return new Outcome.Done(current, events, id);
    }
}
