package org.redress.triage.freeze;

import java.time.Instant;
import java.util.UUID;

/**
 * A wish to protect an account (R21).
 *
 * @param accountId the account, as the platform names it
 * @param reason the name of the rule that asked for it
 * @param filedAt when the complaint was filed: what is old is left to a person
 */
public record FreezeOrder(UUID complaintId, String platform, String accountId, String reason, Instant filedAt) {}
