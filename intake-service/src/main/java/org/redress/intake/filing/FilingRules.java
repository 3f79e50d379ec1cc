package org.redress.intake.filing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.DemandType;
import org.redress.intake.complaint.Money;
import org.redress.intake.completeness.VagueWords;
import org.redress.intake.filing.FilingRequest.ComplainantRequest;
import org.redress.intake.filing.FilingRequest.DemandRequest;
import org.redress.intake.filing.Refusal.Reason;
import org.redress.service.money.MoneyText;

/**
 * What makes a filing good, beyond the bounds of its single fields (R01, R03, R04). A pure function; all reasons for a
 * refusal are found at once, so that nobody is asked back twice.
 */
final class FilingRules {
    /** How far clocks of a platform and ours may differ before "now" is "in the future". */
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}+@[^\\s@.]{1,63}+(\\.[^\\s@.]{1,63}+){1,5}+");

    private final FilingRequest request;
    private final Filer filer;
    private final Instant now;
    private final List<Refusal> refusals = new ArrayList<>();

    private FilingRules(FilingRequest request, Filer filer, Instant now) {
        this.request = request;
        this.filer = filer;
        this.now = now;
    }

    /** The filing, parsed, or every reason against it. */
    static FilingCheck check(FilingRequest request, Filer filer, Instant now) {
        return new FilingRules(request, filer, now).check();
    }

    private FilingCheck check() {
        if (!request.platform().equals(filer.platform())) {
            refuse("/platform", Reason.PLATFORM);
        }
        texts();
        times();
        Money amount = money("", request.amount(), request.currency());
        List<Demand> demands = demands();
        Filing.Complainant complainant = complainant(request.complainant());
        if (!refusals.isEmpty()) {
            return new FilingCheck.Refused(List.copyOf(refusals));
        }
        return new Filing(
                filer,
                request.orderNo(),
                request.category(),
                request.description(),
                request.occurredAt(),
                demands,
                amount,
                request.channel(),
                request.merchantId(),
                request.productId(),
                request.goodsExpireAt(),
                request.impact(),
                complainant);
    }

    private void texts() {
        line("/orderNo", request.orderNo());
        line("/merchantId", request.merchantId());
        line("/productId", request.productId());
        if (!Characters.areText(request.description())) {
            refuse("/description", Reason.CHARACTERS);
        }
        if (request.impact() != null && !Characters.areText(request.impact())) {
            refuse("/impact", Reason.CHARACTERS);
        }
    }

    private void line(String pointer, @Nullable String value) {
        if (value != null && !Characters.areLine(value)) {
            refuse(pointer, Reason.CHARACTERS);
        }
    }

    private void times() {
        Instant occurredAt = request.occurredAt();
        if (occurredAt != null && occurredAt.isAfter(now.plus(CLOCK_SKEW))) {
            refuse("/occurredAt", Reason.FUTURE);
        } else if (occurredAt != null && occurredAt.isBefore(EARLIEST)) {
            refuse("/occurredAt", Reason.TIME);
        }
        Instant expiry = request.goodsExpireAt();
        if (expiry != null && (expiry.isBefore(EARLIEST) || expiry.isAfter(LATEST))) {
            refuse("/goodsExpireAt", Reason.TIME);
        }
    }

    private @Nullable Money money(String at, @Nullable String amount, @Nullable String currency) {
        if (amount == null && currency == null) {
            return null;
        }
        Optional<Currency> unit = currency == null ? Optional.empty() : MoneyText.currencyOf(currency);
        Optional<BigDecimal> value = amount == null ? Optional.empty() : MoneyText.amountOf(amount, unit.orElse(null));
        if (value.isEmpty()) {
            refuse(at + "/amount", amount == null ? Reason.AMOUNT_MISSING : Reason.AMOUNT);
        }
        if (unit.isEmpty()) {
            refuse(at + "/currency", currency == null ? Reason.CURRENCY_MISSING : Reason.CURRENCY);
        }
        return value.isPresent() && unit.isPresent() ? new Money(value.get(), unit.get()) : null;
    }

    private List<Demand> demands() {
        List<Demand> demands = new ArrayList<>();
        for (DemandRequest demand : request.demands()) {
            demands.add(demand("/demands/" + demands.size(), demand));
        }
        return demands;
    }

    /** A refund without an amount of its own is of the whole amount in dispute; what else is asked must say how much. */
    private Demand demand(String at, DemandRequest demand) {
        boolean says = demand.amount() != null || demand.currency() != null;
        wish(at, demand);
        if (!demand.type().takesAmount()) {
            if (says) {
                refuse(at + (demand.amount() != null ? "/amount" : "/currency"), Reason.AMOUNT_NOT_EXPECTED);
            }
            return new Demand(demand.type(), null, demand.text());
        }
        if (!says && !demand.type().meansWholeAmount(request.amount() != null)) {
            refuse(at + "/amount", Reason.DEMAND_AMOUNT_MISSING);
        }
        return new Demand(demand.type(), money(at, demand.amount(), demand.currency()), demand.text());
    }

    /** "Please handle it" is asked back here, and not days later (R04). */
    private void wish(String at, DemandRequest demand) {
        String text = demand.text();
        if (text != null && !Characters.areText(text)) {
            refuse(at + "/text", Reason.CHARACTERS);
        } else if (demand.type() == DemandType.OTHER && (text == null || VagueWords.sayNothing(text))) {
            refuse(at + "/text", text == null ? Reason.WISH_MISSING : Reason.WISH_VAGUE);
        }
    }

    private Filing.Complainant complainant(ComplainantRequest who) {
        line("/complainant/id", who.id());
        line("/complainant/name", who.name());
        if (filer.onlyForThemselves() && !who.id().equals(filer.subject())) {
            refuse("/complainant/id", Reason.NOT_YOURSELF);
        }
        String phone =
                who.phone() == null ? null : PhoneNumbers.e164(who.phone()).orElse(null);
        if (who.phone() != null && phone == null) {
            refuse("/complainant/phone", Reason.PHONE);
        }
        if (who.email() != null && !isEmail(who.email())) {
            refuse("/complainant/email", Reason.EMAIL);
        }
        return new Filing.Complainant(who.id(), who.name(), phone, who.email());
    }

    private static boolean isEmail(String text) {
        return Characters.areLine(text) && EMAIL.matcher(text).matches();
    }

    private void refuse(String pointer, Reason reason) {
        refusals.add(new Refusal(pointer, reason));
    }
}
