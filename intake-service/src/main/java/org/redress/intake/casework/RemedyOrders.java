package org.redress.intake.casework;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.RemedyType;
import org.redress.intake.casework.RulingRequests.RemedyRequest;
import org.redress.intake.lifecycle.Amount;
import org.redress.intake.lifecycle.RemedyOrder;
import org.redress.service.money.MoneyText;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.Languages;
import org.redress.service.problem.ProblemException;

/** Remedies as they are asked for, read exactly: every wrong amount is found at once. For one request. */
final class RemedyOrders {
    private static final String TEXTS = "org.redress.intake.filing.refusals";
    private static final Set<RemedyType> OF_MONEY =
            EnumSet.of(RemedyType.REFUND, RemedyType.COMPENSATE, RemedyType.COUPON);

    private final ResourceBundle texts;
    private final List<FieldError> errors = new ArrayList<>();

    private RemedyOrders(Locale language) {
        this.texts = Languages.texts(TEXTS, language);
    }

    /**
     * The remedies of a decision.
     *
     * @throws ProblemException 422 that names every wrong field
     */
    static List<RemedyOrder> read(@Nullable List<RemedyRequest> requests, Locale language) {
        var orders = new RemedyOrders(language);
        List<RemedyOrder> read = new ArrayList<>();
        for (RemedyRequest request : requests == null ? List.<RemedyRequest>of() : requests) {
            read.add(orders.order("/remedies/" + read.size(), request));
        }
        return orders.checked(read);
    }

    /** One remedy, see {@link #read(List, Locale)}. */
    static RemedyOrder read(RemedyRequest request, Locale language) {
        var orders = new RemedyOrders(language);
        return orders.checked(List.of(orders.order("", request))).get(0);
    }

    private List<RemedyOrder> checked(List<RemedyOrder> read) {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return read;
    }

    private RemedyOrder order(String at, RemedyRequest request) {
        if (!OF_MONEY.contains(request.type())) {
            refuse(request.amount() != null, at + "/amount", "not-expected", "AMOUNT_NOT_EXPECTED");
            refuse(request.currency() != null, at + "/currency", "not-expected", "AMOUNT_NOT_EXPECTED");
            return new RemedyOrder(request.type(), null, null, request.dueAt());
        }
        String amount = request.amount();
        String currency = request.currency();
        Optional<Currency> unit = currency == null ? Optional.empty() : MoneyText.currencyOf(currency);
        // Without a currency it is at least seen whether it is an amount at all.
        Currency coins = unit.orElseGet(() -> Currency.getInstance("CNY"));
        Optional<Amount> value = amount == null
                ? Optional.empty()
                : MoneyText.amountOf(amount, coins).map(read -> new Amount(read, coins));
        refuse(amount == null, at + "/amount", "required", "DEMAND_AMOUNT_MISSING");
        refuse(amount != null && value.isEmpty(), at + "/amount", "format", "AMOUNT");
        refuse(currency == null, at + "/currency", "required", "CURRENCY_MISSING");
        refuse(currency != null && unit.isEmpty(), at + "/currency", "value", "CURRENCY");
        return new RemedyOrder(request.type(), value.map(Amount::text).orElse(null), currency, request.dueAt());
    }

    private void refuse(boolean wrong, String pointer, String code, String text) {
        if (wrong) {
            errors.add(new FieldError(pointer, code, texts.getString(text)));
        }
    }
}
