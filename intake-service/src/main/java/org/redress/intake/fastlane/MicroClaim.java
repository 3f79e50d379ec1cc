package org.redress.intake.fastlane;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Severity;

/**
 * A complaint as the fast lane looks at it.
 *
 * @param person who complains
 * @param category what triage found
 * @param severity what triage found
 * @param amount what is in dispute
 * @param language the complainant's, {@code zh-CN} or {@code en}
 */
record MicroClaim(
        String person,
        String orderNo,
        ComplaintStatus status,
        @Nullable Category category,
        @Nullable Severity severity,
        @Nullable Money amount,
        List<Demand> demands,
        String language) {}
