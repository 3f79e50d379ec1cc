package org.redress.contract.triage;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.Category;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * Many complaints of a kind in a short time are one incident (R52). Its subject is the incident, not a complaint.
 *
 * @param incidentId the incident
 * @param platform the platform
 * @param category what the complaints are about; optional
 * @param merchantId the merchant they have in common, as the platform names it; optional
 * @param productId the goods they have in common, as the platform names them; optional
 * @param rule the rule that found it, or {@code OBSERVED} for a person
 * @param complaints how many complaints it has so far
 * @param by who opened it; {@code SYSTEM} when a rule did
 * @param openedAt when
 */
public record IncidentOpened(
        UUID incidentId,
        String platform,
        @Nullable Category category,
        @Nullable String merchantId,
        @Nullable String productId,
        String rule,
        int complaints,
        Actor by,
        Instant openedAt)
        implements TriageEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.incident-opened.v1";

    /** Checks the rules of single fields. */
    public IncidentOpened {
        FieldRule.atLeast("complaints", complaints, 0);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public byte[] data() {
        return EventData.write(this);
    }
}
