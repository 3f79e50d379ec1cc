package org.redress.sla.simulation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.deadline.complaint.CaseFacts;
import org.redress.deadline.complaint.Category;
import org.redress.deadline.complaint.Channel;
import org.redress.deadline.complaint.Severity;
import org.redress.deadline.complaint.Tier;

/**
 * A question what a policy would do.
 *
 * @param policy a policy, or {@code {"platform": "…"}} alone for the one in force
 * @param calendars those the policy names, unless they are shipped
 * @param complaint what is known when it is filed; absent: nothing
 * @param events what happens to it, in any order
 * @param until as of when the answer is
 */
@Schema(name = "Simulation")
record SimulationRequest(
        @NotNull Map<String, Object> policy,
        @Size(max = 20) @Nullable List<@NotNull Map<String, Object>> calendars,
        @Valid @Nullable Facts complaint,
        @NotNull List<Map<String, Object>> events,
        @NotNull Instant until) {

    /** What is known of the complaint. */
    @Schema(name = "SimulatedComplaint")
    record Facts(
            @Nullable Severity severity,
            @Nullable Category category,
            @Nullable Channel channel,
            @Nullable Tier tier,

            @Pattern(regexp = "[0-9]{1,15}(\\.[0-9]{1,4})?") @Nullable
            String amount,

            @Nullable Instant goodsExpireAt) {

        /** For the engine; not judged yet means NORMAL (R20). */
        CaseFacts facts() {
            return new CaseFacts(
                    severity == null ? Severity.NORMAL : severity,
                    category,
                    channel,
                    tier,
                    amount == null ? null : new BigDecimal(amount),
                    goodsExpireAt);
        }
    }

    /** What is known when it is filed. */
    CaseFacts facts() {
        return complaint == null ? CaseFacts.unknown() : complaint.facts();
    }
}
