package org.redress.sla.complaint;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.sla.clock.ClockView;
import org.redress.sla.clock.ClockView.RemarkView;

/**
 * The clocks of a complaint.
 *
 * @param policyVersion the version it was filed under; null as long as its platform has no policy
 * @param standing TIMED; UNFILED, NO_POLICY or SET_ASIDE when it has no clocks, or no current ones
 * @param remarks what is odd about the complaint's events, for example that one is missing or says it happened tomorrow
 */
@Schema(name = "ComplaintClocks")
record ComplaintClocks(
        UUID complaintId,
        String platform,
        @Nullable Integer policyVersion,
        Standing standing,
        List<ClockView> clocks,
        List<RemarkView> remarks) {}
