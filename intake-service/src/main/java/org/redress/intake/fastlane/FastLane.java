package org.redress.intake.fastlane;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.redress.contract.intake.RemedyType;
import org.redress.intake.casework.GiveCommand;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Money;
import org.redress.intake.lifecycle.RemedyOrder;
import org.redress.intake.lifecycle.SystemCommand;
import org.redress.intake.order.HeldOrder;
import org.redress.intake.order.HeldOrders;
import org.redress.intake.order.OrderFacts;
import org.redress.intake.order.OrderKept;
import org.redress.intake.platform.FastLaneRule;
import org.redress.intake.platform.FastLaneSettings;
import org.redress.intake.platform.Period;
import org.redress.intake.platform.PlatformProfile;
import org.redress.intake.platform.PlatformRepository;
import org.redress.messaging.AfterCommit;

/**
 * Settles micro-claims by the platform's rule (R55). A claim is looked at when triage has judged it and when its order came,
 * each time in the transaction that writes that down and under the complaint's lock: whichever comes second sees the first,
 * and a process that dies leaves neither. What the rule does not settle goes the normal way. Thread-safe.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FastLane {
    /** What the platform told may be this old; an older order is asked for anew first. */
    private static final Duration FRESH = Duration.ofHours(1);

    private static final Duration COUNTED = Duration.ofDays(30);

    private final PlatformRepository platforms;
    private final FastLaneSettings settings;
    private final FastLaneRepository claims;
    private final HeldOrders orders;
    private final GiveCommand giveCommand;
    private final AfterCommit afterCommit;
    private final MeterRegistry metrics;

    FastLane(
            PlatformRepository platforms,
            FastLaneSettings settings,
            FastLaneRepository claims,
            HeldOrders orders,
            GiveCommand giveCommand,
            AfterCommit afterCommit,
            MeterRegistry metrics) {
        this.platforms = platforms;
        this.settings = settings;
        this.claims = claims;
        this.orders = orders;
        this.giveCommand = giveCommand;
        this.afterCommit = afterCommit;
        this.metrics = metrics;
    }

    /** The platform told an order. */
    void orderKept(@Observes OrderKept kept) {
        consider(kept.complaintId(), kept.platform());
    }

    /** Looks at a claim and settles it if the platform's rule does. Looking again changes nothing. */
    public void consider(UUID complaintId, String platform) {
        FastLaneRule rule =
                platforms.find(platform).map(PlatformProfile::fastLane).orElse(null);
        if (rule == null) {
            return;
        }
        MicroClaim claim = claims.lock(complaintId, platform).orElse(null);
        if (claim == null || claim.status() != ComplaintStatus.TRIAGED) {
            return;
        }
        HeldOrder order = orders.of(complaintId);
        OrderFacts facts = order.facts();
        if (facts != null) {
            BigDecimal most = settings.most().get(rule.currency());
            Settlement.of(rule, most, claim, facts)
                    .ifPresent(refund -> settle(complaintId, platform, rule, claim, order, refund));
        }
    }

    private void settle(
            UUID complaintId, String platform, FastLaneRule rule, MicroClaim claim, HeldOrder order, Money refund) {
        claims.lockPerson(platform, claim.person());
        if (claims.isSettled(complaintId)
                || claims.orderIsSettled(complaintId, platform, claim.orderNo())
                || claims.settled(platform, claim.person(), COUNTED) >= rule.perPersonPer30Days()) {
            return;
        }
        Instant now = claims.now();
        Instant fetchedAt = order.fetchedAt();
        if (fetchedAt == null || fetchedAt.isBefore(now.minus(FRESH))) {
            orders.askAgain(complaintId);
            return;
        }
        var remedy = new RemedyOrder(
                RemedyType.REFUND,
                refund.text(),
                refund.currency().getCurrencyCode(),
                now.plus(Period.of(rule.within())));
        String words = rule.texts().getOrDefault(claim.language(), rule.texts().getOrDefault("en", rule.rule()));
        giveCommand
                .bringAbout(complaintId, platform, new SystemCommand.SettleByRule(rule.rule(), remedy, words))
                .filter(given -> given.status() == ComplaintStatus.DECIDED)
                .ifPresent(given -> {
                    claims.settle(complaintId, platform, claim, rule.rule(), refund, given.partId());
                    afterCommit.run(() -> metrics.counter("redress.intake.fastlane.settled", "platform", platform)
                            .increment());
                });
    }
}
