package org.redress.intake.order;

import java.util.UUID;

/** The platform told an order; fired within the transaction that keeps it, while the complaint's row is locked. */
public record OrderKept(UUID complaintId, String platform) {}
