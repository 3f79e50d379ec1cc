package org.redress.intake.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.DemandType;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.Money;
import org.redress.intake.outbound.ComplaintEventsPublisher;
import org.redress.intake.privacy.FreeText;

/** Tells the others that a complaint was filed: texts masked, no name, phone or address. */
@ApplicationScoped
class FilingPublisher {
    private final ComplaintEventsPublisher events;

    FilingPublisher(ComplaintEventsPublisher events) {
        this.events = events;
    }

    void filed(NewComplaint complaint) {
        Filing filing = complaint.filing();
        Money amount = filing.amount();
        events.publish(
                complaint.id(),
                filing.filer().platform(),
                new ComplaintFiled(
                        complaint.id(),
                        complaint.number(),
                        filing.filer().platform(),
                        filing.orderNo(),
                        same(org.redress.contract.Category.class, filing.category()),
                        FreeText.masked(filing.description(), filing.orderNo()),
                        filing.occurredAt(),
                        demands(filing.demands()),
                        amount == null ? null : amount.text(),
                        complaint.currency(),
                        org.redress.contract.intake.Channel.valueOf(
                                filing.channel().name()),
                        filing.merchantId(),
                        filing.productId(),
                        filing.goodsExpireAt(),
                        filing.impact() == null ? null : FreeText.masked(filing.impact(), filing.orderNo()),
                        filing.complainant().id(),
                        filing.filer().language(),
                        complaint.filedAt()));
    }

    private static List<org.redress.contract.intake.Demand> demands(List<Demand> demands) {
        return demands.stream()
                .map(demand -> new org.redress.contract.intake.Demand(
                        DemandType.valueOf(demand.type().name()),
                        demand.money() == null ? null : demand.money().text(),
                        demand.money() == null
                                ? null
                                : demand.money().currency().getCurrencyCode()))
                .toList();
    }

    private static <E extends Enum<E>> @Nullable E same(Class<E> type, @Nullable Enum<?> constant) {
        return constant == null ? null : Enum.valueOf(type, constant.name());
    }
}
