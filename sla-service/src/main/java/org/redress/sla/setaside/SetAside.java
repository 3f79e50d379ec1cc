package org.redress.sla.setaside;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint to be set aside, and why.
 *
 * @param platform set aside with all its complaints; null when it is this complaint alone
 */
public record SetAside(
        UUID complaintId,
        Stage stage,
        Throwable failure,
        @Nullable Platform platform) {
    private static final int LONGEST_REASON = 500;

    /** Where it failed. */
    public enum Stage {
        /** While its platform's policy or calendar was read. */
        POLICY,
        /** While its clocks were computed. */
        COMPUTE,
        /** While a level of it fired. */
        FIRE
    }

    /** A platform of which a policy version cannot be read. */
    record Platform(String platform, int policyVersion, String reason) {}

    /** A complaint whose own data is the reason. */
    public static SetAside alone(UUID complaintId, Stage stage, Throwable failure) {
        return new SetAside(complaintId, stage, failure, null);
    }

    /** A complaint whose platform's policy or calendar is the reason. */
    public static SetAside withItsPlatform(UUID complaintId, String platform, int policyVersion, Throwable failure) {
        return new SetAside(complaintId, Stage.POLICY, failure, new Platform(platform, policyVersion, reason(failure)));
    }

    /** The reason in words, of limited length. */
    public String reason() {
        return reason(failure);
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = root.getClass().getSimpleName() + ": " + root.getMessage();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }
}
