package org.redress.triage.complaint;

import java.time.Instant;
import java.util.UUID;

/**
 * A complaint about the same thing as an earlier one (R06).
 *
 * @param complaintId the later one
 * @param originalId the earlier one
 * @param rule what found it
 */
public record Duplicate(UUID complaintId, UUID originalId, String platform, String rule, Instant foundAt) {}
