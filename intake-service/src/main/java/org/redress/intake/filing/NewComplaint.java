package org.redress.intake.filing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.intake.chain.Words;
import org.redress.intake.complaint.Money;

/**
 * A filing that was given its identity.
 *
 * @param number unique among all complaints
 * @param filedAt the database's time
 * @param policyVersion the policy of which the promises were read, null if none is in force yet
 * @param words what was said, as its hash stands on the timeline (R13)
 */
record NewComplaint(
        UUID id, String number, Instant filedAt, @Nullable Integer policyVersion, Filing filing, Words words) {
    @Nullable
    BigDecimal amount() {
        Money money = filing.amount();
        return money == null ? null : money.amount();
    }

    @Nullable
    String currency() {
        Money money = filing.amount();
        return money == null ? null : money.currency().getCurrencyCode();
    }
}
