package org.redress.intake.completeness;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.ComplaintView;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.MissingItem;
import org.redress.intake.complaint.Money;
import org.redress.intake.order.HeldOrder;
import org.redress.intake.order.HeldOrders;
import org.redress.intake.order.OrderFacts;
import org.redress.intake.platform.FastLaneClaim;
import org.redress.intake.platform.FastLaneRule;
import org.redress.intake.platform.FastLaneSettings;
import org.redress.intake.platform.PlatformProfile;
import org.redress.intake.platform.PlatformRepository;

/** Lists what complaints and forms lack, in a reader's language. Thread-safe. */
@ApplicationScoped
public class MissingItems {
    private final PlatformRepository platforms;
    private final HeldOrders orders;
    private final EvidenceKindRepository evidence;
    private final FastLaneSettings settings;

    MissingItems(
            PlatformRepository platforms,
            HeldOrders orders,
            EvidenceKindRepository evidence,
            FastLaneSettings settings) {
        this.platforms = platforms;
        this.orders = orders;
        this.evidence = evidence;
        this.settings = settings;
    }

    /** What a complaint lacks that was filed just now: no evidence can be there, and the platform was asked a moment ago. */
    public List<MissingItem> atFiling(ComplaintView complaint, Locale language) {
        return missing(complaint, Set.of(), askable(), null, language);
    }

    /** What a complaint lacks by now. Whether the caller may see it is the caller's affair. */
    public List<MissingItem> of(ComplaintView complaint, Locale language) {
        UUID id = complaint.id();
        HeldOrder order = orders.of(id);
        return missing(complaint, evidence.of(id), holding(order), order.facts(), language);
    }

    /** What a form lacks that is not filed yet. */
    List<MissingItem> of(PlatformProfile profile, DraftRequest draft, Locale language) {
        return shown(profile, draft.given(askable()), language);
    }

    private List<MissingItem> missing(
            ComplaintView complaint,
            Set<EvidenceKind> kinds,
            Holding order,
            @Nullable OrderFacts facts,
            Locale language) {
        PlatformProfile profile = platforms.find(complaint.platform()).orElseThrow();
        Set<String> fields = new HashSet<>();
        if (!VagueWords.sayNothing(complaint.description())) {
            fields.add("description");
        }
        addIfThere(fields, "occurredAt", complaint.occurredAt());
        addIfThere(fields, "amount", complaint.amount());
        addIfThere(fields, "impact", complaint.impact());
        addIfThere(fields, "category", complaint.category());
        addIfThere(fields, "merchantId", complaint.merchantId());
        addIfThere(fields, "productId", complaint.productId());
        addIfThere(fields, "goodsExpireAt", complaint.goodsExpireAt());
        return shown(profile, new Given(claim(complaint), fields, kinds, order, facts), language);
    }

    private static FastLaneClaim claim(ComplaintView complaint) {
        List<Demand> demands = complaint.demands().stream()
                .map(one -> new Demand(one.type(), money(one.amount(), one.currency()), one.text()))
                .toList();
        Money amount = money(complaint.amount(), complaint.currency());
        return new FastLaneClaim(complaint.category(), complaint.severity(), amount, demands);
    }

    private static @Nullable Money money(@Nullable String amount, @Nullable String currency) {
        return amount == null || currency == null
                ? null
                : new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    private List<MissingItem> shown(PlatformProfile profile, Given given, Locale language) {
        String tag = "zh".equals(language.getLanguage()) ? "zh-CN" : "en";
        FastLaneRule rule = profile.fastLane();
        BigDecimal most = rule == null ? null : settings.most().get(rule.currency());
        return Completeness.missing(profile, most, given).stream()
                .map(missing -> new MissingItem(
                        missing.need().item(),
                        missing.need().kind(),
                        missing.need().reason().getOrDefault(tag, ""),
                        missing.heldByPlatform()))
                .toList();
    }

    private Holding askable() {
        return orders.connected() ? Holding.ASKED : Holding.NOT_HELD;
    }

    static Holding holding(HeldOrder order) {
        return switch (order.state()) {
            case ASKED -> Holding.ASKED;
            case HELD -> order.facts() != null && order.facts().paidAt() != null ? Holding.HELD : Holding.HELD_UNPAID;
            case NOT_FOUND, UNREACHABLE -> Holding.NOT_HELD;
        };
    }

    static void addIfThere(Set<String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.add(name);
        }
    }
}
