package org.redress.intake.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.Channel;
import org.redress.deadline.complaint.Severity;
import org.redress.intake.chain.Words;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Promise;
import org.redress.intake.complaint.TimelineEntry;
import org.redress.intake.complaint.TimelineRepository;
import org.redress.intake.order.HeldOrders;
import org.redress.intake.platform.PlatformProfile;
import org.redress.intake.platform.PlatformRepository;
import org.redress.intake.standards.PromisedTimes;
import org.redress.intake.standards.PromisedTimes.Promised;
import org.redress.messaging.AfterCommit;
import org.redress.service.id.Ids;

/**
 * Files a complaint: record, demands, contact, promises, first timeline entry, the question for the order and the event are
 * written in one transaction, or nothing is. Needs nothing but the database.
 */
@ApplicationScoped
class FileComplaint {
    private static final int NUMBER_TRIES = 5;

    private final PlatformRepository platforms;
    private final PromisedTimes promisedTimes;
    private final FilingRepository filings;
    private final TimelineRepository timelines;
    private final HeldOrders heldOrders;
    private final FilingPublisher publisher;
    private final AfterCommit afterCommit;
    private final FilingMetrics metrics;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FileComplaint(
            PlatformRepository platforms,
            PromisedTimes promisedTimes,
            FilingRepository filings,
            TimelineRepository timelines,
            HeldOrders heldOrders,
            FilingPublisher publisher,
            AfterCommit afterCommit,
            FilingMetrics metrics,
            Clock clock) {
        this.platforms = platforms;
        this.promisedTimes = promisedTimes;
        this.filings = filings;
        this.timelines = timelines;
        this.heldOrders = heldOrders;
        this.publisher = publisher;
        this.afterCommit = afterCommit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What came of a filing. */
    sealed interface Outcome {
        /** Kept, with what was promised. */
        record Filed(NewComplaint complaint, List<Promise> promises) implements Outcome {}

        /** Not accepted; nothing was written. */
        record Refused(List<Refusal> refusals) implements Outcome {}
    }

    /** Files the complaint, or says every reason against it. */
    @Transactional
    Outcome file(FilingRequest request, Filer filer) {
        FilingCheck check = FilingRules.check(request, filer, clock.instant());
        if (check instanceof FilingCheck.Refused refused) {
            return new Outcome.Refused(refused.refusals());
        }
        return platforms
                .find(filer.platform())
                .<Outcome>map(platform -> keep((Filing) check, platform))
                .orElseGet(() -> new Outcome.Refused(List.of(new Refusal("/platform", Refusal.Reason.PLATFORM))));
    }

    private Outcome.Filed keep(Filing filing, PlatformProfile platform) {
        Promised promised = promisedTimes.atFiling(filing.filer().platform(), facts(filing));
        NewComplaint complaint = insert(filing, platform, promised);
        timelines.append(complaint.id(), firstEntry(complaint));
        heldOrders.ask(
                complaint.id(),
                filing.filer().platform(),
                filing.orderNo(),
                filing.complainant().id());
        publisher.filed(complaint);
        afterCommit.run(() -> metrics.filed(filing.filer().platform(), filing.channel()));
        return new Outcome.Filed(complaint, promised.promises());
    }

    /** A number has 50 random bits, so that one that is taken is met about never; then the next one is tried. */
    private NewComplaint insert(Filing filing, PlatformProfile platform, Promised promised) {
        Words words = Words.said(filing.description(), null);
        LocalDate today = promised.at().atZone(ZoneId.of(platform.zone())).toLocalDate();
        for (int i = 0; i < NUMBER_TRIES; i++) {
            String number = CaseNumber.next(platform.numberPrefix(), today, random);
            var complaint =
                    new NewComplaint(Ids.next(), number, promised.at(), promised.policyVersion(), filing, words);
            if (filings.insert(complaint, promised.promises())) {
                return complaint;
            }
        }
        throw new IllegalStateException("no free complaint number in " + NUMBER_TRIES + " tries");
    }

    /** A case counts as NORMAL until triage says otherwise. */
    private static CaseFacts facts(Filing filing) {
        var category = filing.category();
        Money amount = filing.amount();
        return new CaseFacts(
                Severity.NORMAL,
                category == null ? null : Category.valueOf(category.name()),
                Channel.valueOf(filing.channel().name()),
                null,
                amount == null ? null : amount.amount(),
                filing.goodsExpireAt());
    }

    private static TimelineEntry firstEntry(NewComplaint complaint) {
        Filer filer = complaint.filing().filer();
        return new TimelineEntry(
                "FILED",
                complaint.filedAt(),
                filer.role() + ":" + filer.subject(),
                false,
                Map.of(
                        "number",
                        complaint.number(),
                        "channel",
                        complaint.filing().channel().name(),
                        Words.FIELD,
                        complaint.words().digest().hex()),
                null);
    }
}
