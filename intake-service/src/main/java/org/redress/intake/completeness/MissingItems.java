package org.redress.intake.completeness;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.ComplaintView;
import org.redress.intake.complaint.MissingItem;
import org.redress.intake.order.HeldOrder;
import org.redress.intake.order.HeldOrders;
import org.redress.intake.platform.PlatformProfile;
import org.redress.intake.platform.PlatformRepository;

/** Lists what complaints and forms lack, in a reader's language. Thread-safe. */
@ApplicationScoped
public class MissingItems {
    private final PlatformRepository platforms;
    private final HeldOrders orders;
    private final EvidenceKindRepository evidence;

    MissingItems(PlatformRepository platforms, HeldOrders orders, EvidenceKindRepository evidence) {
        this.platforms = platforms;
        this.orders = orders;
        this.evidence = evidence;
    }

    /** What a complaint lacks that was filed just now: no evidence can be there, and the platform was asked a moment ago. */
    public List<MissingItem> atFiling(ComplaintView complaint, Locale language) {
        return missing(complaint, Set.of(), askable(), language);
    }

    /** What a complaint lacks by now. Whether the caller may see it is the caller's affair. */
    public List<MissingItem> of(ComplaintView complaint, Locale language) {
        UUID id = complaint.id();
        return missing(complaint, evidence.of(id), holding(orders.of(id)), language);
    }

    /** What a form lacks that is not filed yet. */
    List<MissingItem> of(PlatformProfile profile, DraftRequest draft, Locale language) {
        return shown(profile, draft.given(askable()), language);
    }

    private List<MissingItem> missing(
            ComplaintView complaint, Set<EvidenceKind> kinds, Holding order, Locale language) {
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
        String amount = complaint.amount();
        var given = new Given(
                complaint.category(),
                fields,
                amount == null ? null : new BigDecimal(amount),
                complaint.currency(),
                kinds,
                order);
        return shown(profile, given, language);
    }

    private static List<MissingItem> shown(PlatformProfile profile, Given given, Locale language) {
        String tag = "zh".equals(language.getLanguage()) ? "zh-CN" : "en";
        return Completeness.missing(profile, given).stream()
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
