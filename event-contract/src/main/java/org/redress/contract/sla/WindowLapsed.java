package org.redress.contract.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.contract.EventData;
import org.redress.contract.FieldRule;

/**
 * A window of the complainant has closed unused. Never a breach.
 *
 * @param complaintId the complaint
 * @param clockId the clock
 * @param metric what the clock measures, a window
 * @param cycle how often this window has been opened for the complaint, from 1
 * @param key which remedy it is about, where a complaint has several of the window; optional
 * @param level position of the level in its rule, from 0
 * @param to who is addressed, as the policy names it, for example {@code COMPLAINANT}
 * @param dueAt when the window closed
 * @param firesAt when the level fell due; never later than {@code detectedAt}
 * @param detectedAt when that was noticed, on the database's clock
 * @param lateBy from {@code firesAt} to {@code detectedAt}, not negative
 */
public record WindowLapsed(
        UUID complaintId,
        UUID clockId,
        Metric metric,
        int cycle,
        @Nullable String key,
        int level,
        String to,
        Instant dueAt,
        Instant firesAt,
        Instant detectedAt,
        Duration lateBy)
        implements SlaEvent {
    /** The wire name. */
    public static final String TYPE = "org.redress.window-lapsed.v1";

    /** Checks the rules of single fields. */
    public WindowLapsed {
        FieldRule.atLeast("cycle", cycle, 1);
        FieldRule.atLeast("level", level, 0);
        FieldRule.notNegative("lateBy", lateBy);
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
