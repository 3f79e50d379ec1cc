package org.redress.intake.filing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.Channel;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.Money;

/** A filing that has passed {@link FilingRules}: every value parsed, nothing left to doubt. */
record Filing(
        Filer filer,
        String orderNo,
        @Nullable Category category,
        String description,
        @Nullable Instant occurredAt,
        List<Demand> demands,
        @Nullable Money amount,
        Channel channel,
        @Nullable String merchantId,
        @Nullable String productId,
        @Nullable Instant goodsExpireAt,
        @Nullable String impact,
        Complainant complainant)
        implements FilingCheck {

    /**
     * Who complains.
     *
     * @param phone in E.164
     */
    record Complainant(
            String id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email) {
        /** Shows the subject alone: names, phones and addresses stay out of logs. */
        @Override
        public String toString() {
            return "Complainant[id=" + id + "]";
        }
    }
}
