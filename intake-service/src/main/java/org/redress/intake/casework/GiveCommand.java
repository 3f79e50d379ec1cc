package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.intake.chain.Words;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.lifecycle.Case;
import org.redress.intake.lifecycle.Command;
import org.redress.intake.lifecycle.Lifecycle;
import org.redress.intake.lifecycle.Moment;
import org.redress.intake.lifecycle.Outcome;
import org.redress.intake.lifecycle.Part;
import org.redress.intake.lifecycle.PlatformOrders;
import org.redress.intake.lifecycle.SystemCommand;
import org.redress.service.id.Ids;
import org.redress.service.problem.ProblemCode;
import org.redress.service.problem.ProblemException;

/**
 * Gives a command on a complaint: under the lock of its row, in one transaction, the case changes, its timeline and
 * archive grow and its events go to the outbox; or nothing happens. Of commands that exclude each other the first to get
 * the lock wins, the others see the case as the winner left it.
 */
@ApplicationScoped
public class GiveCommand {
    private final CaseRepository cases;
    private final RulesOfPlatforms rules;
    private final ContactRepository contacts;
    private final CasePublisher publisher;
    private final RemedyCarrier carrier;
    private final PrecedentRepository precedents;
    private final RefundableAmounts refundable;

    GiveCommand(
            CaseRepository cases,
            RulesOfPlatforms rules,
            ContactRepository contacts,
            CasePublisher publisher,
            RemedyCarrier carrier,
            PrecedentRepository precedents,
            RefundableAmounts refundable) {
        this.cases = cases;
        this.rules = rules;
        this.contacts = contacts;
        this.publisher = publisher;
        this.carrier = carrier;
        this.precedents = precedents;
        this.refundable = refundable;
    }

    /**
     * A command that was carried out.
     *
     * @param partId what it opened or is about
     * @param tag the complaint's ETag after it
     */
    public record Given(UUID complaintId, UUID partId, ComplaintStatus status, Instant at, String tag) {}

    /**
     * Gives a command in somebody's name. Joins the caller's transaction, if there is one; then the complaint's row stays
     * locked until that ends, and what else belongs to the command can be checked and written under the same lock.
     *
     * @param ifMatch the {@code If-Match} header, null for none
     * @throws ProblemException 404 if the viewer has no such complaint, 412 if it has changed since
     * @throws RefusedCommandException if the case, its rules or the person speak against it
     */
    @Transactional
    public Given give(UUID complaintId, HandViewer hand, Command command, @Nullable String ifMatch) {
        var found = cases.lock(complaintId, hand.viewer()).orElseThrow(ProblemException::notFound);
        if (ifMatch != null && !IfMatch.accepts(ifMatch, found.version())) {
            throw new ProblemException(ProblemCode.STALE);
        }
        return carryOut(found, hand, command);
    }

    /**
     * What time alone or a rule brings about on a complaint of that platform; does nothing if there is no such complaint.
     *
     * @return what became of it, empty if there is no such complaint
     */
    @Transactional
    public Optional<Given> bringAbout(UUID complaintId, String platform, Command command) {
        HandViewer nobody = new HandViewer(new Actor(ActorRole.SYSTEM, null), Viewer.system(platform));
        return cases.lock(complaintId, nobody.viewer()).map(found -> carryOut(found, nobody, command));
    }

    /**
     * What the platform said of a remedy, in its name.
     *
     * @throws RefusedCommandException if the case speaks against it
     */
    @Transactional
    public void tellByPlatform(UUID complaintId, String platform, Command command) {
        HandViewer itself = new HandViewer(new Actor(ActorRole.PLATFORM, platform), Viewer.system(platform));
        cases.lock(complaintId, itself.viewer()).ifPresent(found -> carryOut(found, itself, command));
    }

    private Given carryOut(CaseRepository.Versioned found, HandViewer hand, Command command) {
        Instant now = cases.now();
        String platform = hand.viewer().platform();
        UUID complaintId = found.record().facts().id();
        Moment moment = new Moment(
                now,
                hand.actor(),
                Ids::next,
                rules.of(platform),
                orders(found.record()),
                () -> refundable.of(platform, found.record().facts()));
        Outcome outcome = Lifecycle.apply(found.record(), command, moment);
        if (outcome instanceof Outcome.Refused refused) {
            throw new RefusedCommandException(refused, found.record().status(), found.tag());
        }
        Outcome.Done done = (Outcome.Done) outcome;
        ComplaintStatus status = done.after().status();
        if (done.after().equals(found.record()) && done.events().isEmpty()) {
            return new Given(complaintId, done.id(), status, now, found.tag());
        }
        String tag = cases.save(found.record(), done.after());
        carrier.takeUp(platform, found.record(), done.after());
        if (!found.record().all(Part.Decision.class).equals(done.after().all(Part.Decision.class))) {
            precedents.keep(done.after());
        }
        Words words = ContactEntry.words(command, found.record());
        publisher.tell(complaintId, platform, hand.actor(), now, done.events(), words, command.noted());
        if (command instanceof SystemCommand.LapseSupplement) {
            publisher.lapsed(complaintId, hand.actor(), now, found.record(), done.after());
        }
        if (hand.actor().role() != ActorRole.SYSTEM || command.words() != null) {
            contacts.append(complaintId, ContactEntry.of(done.id(), command, words, hand.actor(), now, status));
        }
        return new Given(complaintId, done.id(), status, now, tag);
    }

    private PlatformOrders orders(Case before) {
        return before.open(Part.Remedy.class).isEmpty()
                ? PlatformOrders.NONE
                : carrier.orders(before.facts().id());
    }
}
