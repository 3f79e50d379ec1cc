package org.redress.intake.remedy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that a worker has taken up.
 *
 * @param id the remedy's, and the order's for life
 * @param amount exact, with the currency's decimals; null for what is no money
 * @param was where it stood before; PENDING was surely never sent
 * @param recalled whether it is to be taken back
 * @param attempt which attempt this is, from 1; every later write names it and does nothing if somebody else has it since
 */
record OrderToPlatform(
        UUID id,
        UUID complaintId,
        String platform,
        String orderNo,
        String type,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Instant dueAt,
        Instant orderedAt,
        OrderState was,
        boolean recalled,
        int attempt) {}
