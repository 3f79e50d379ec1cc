package org.redress.intake.fastlane;

import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.platform.FastLaneClaim;

/**
 * A complaint as the fast lane looks at it.
 *
 * @param person who complains
 * @param asked what the platform's rule looks at, with the category and the severity that triage found
 * @param language the complainant's, {@code zh-CN} or {@code en}
 */
record MicroClaim(String person, String orderNo, ComplaintStatus status, FastLaneClaim asked, String language) {}
