package org.redress.intake.filing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.ComplaintView;
import org.redress.intake.complaint.ComplaintView.ComplainantView;
import org.redress.intake.complaint.ComplaintView.DemandView;
import org.redress.intake.complaint.ComplaintView.Source;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Promise;
import org.redress.intake.privacy.Masked;

/** A complaint as it is right after its filing, without reading it back: what a {@code GET} would show. */
final class FiledView {
    /** The ETag that a new complaint has. */
    static final String TAG = "1.1";

    private FiledView() {}

    static ComplaintView of(NewComplaint complaint, List<Promise> promises) {
        Filing filing = complaint.filing();
        Money amount = filing.amount();
        return new ComplaintView(
                complaint.id(),
                complaint.number(),
                ComplaintStatus.FILED,
                complaint.filedAt(),
                complaint.filedAt(),
                filing.filer().platform(),
                filing.orderNo(),
                filing.category(),
                filing.category(),
                null,
                null,
                null,
                null,
                List.of(),
                null,
                promises,
                filing.description(),
                complaint.words().salt(),
                stored(filing.occurredAt()),
                filing.demands().stream().map(FiledView::demand).toList(),
                amount == null ? null : amount.text(),
                complaint.currency(),
                filing.channel(),
                new Source(filing.filer().role(), filing.filer().subject()),
                filing.merchantId(),
                filing.productId(),
                stored(filing.goodsExpireAt()),
                filing.impact(),
                complainant(filing.complainant()),
                null,
                null);
    }

    private static DemandView demand(Demand demand) {
        Money money = demand.money();
        return money == null
                ? new DemandView(demand.type(), null, null, demand.text())
                : new DemandView(demand.type(), money.text(), money.currency().getCurrencyCode(), demand.text());
    }

    private static ComplainantView complainant(Filing.Complainant who) {
        String name = who.name();
        String phone = who.phone();
        String email = who.email();
        return new ComplainantView(
                who.id(),
                name == null ? null : Masked.name(name),
                phone == null ? null : Masked.phone(phone),
                email == null ? null : Masked.email(email));
    }

    /** The database keeps microseconds, rounded to the nearest. */
    private static @Nullable Instant stored(@Nullable Instant time) {
        return time == null ? null : time.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }
}
