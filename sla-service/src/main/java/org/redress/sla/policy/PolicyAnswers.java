package org.redress.sla.policy;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.redress.service.problem.FieldError;

/** Smaller bodies of the policies' resource. */
final class PolicyAnswers {
    private PolicyAnswers() {}

    /** Whether a policy would be accepted, and all that is wrong with it. */
    @Schema(name = "PolicyCheck")
    record CheckAnswer(boolean valid, List<FieldError> errors) {}

    /** When a version is to take effect; absent: at once. */
    @Schema(name = "PolicyActivation")
    record ActivationRequest(@Nullable Instant activeFrom) {}

    /** Whether the copy is to wait as a draft, and else from when on it holds. */
    @Schema(name = "PolicyCopy")
    record CopyRequest(@Nullable Boolean draft, @Nullable Instant activeFrom) {}

    /** What differs between two versions; the calendars are told with their versions, like {@code cn-office/2}. */
    @Schema(name = "PolicyDifferences")
    record DifferencesAnswer(
            int from, int to, String calendarBefore, String calendarAfter, List<PolicyDifference> rules) {}
}
