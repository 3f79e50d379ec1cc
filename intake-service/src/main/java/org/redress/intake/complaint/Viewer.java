package org.redress.intake.complaint;

import java.util.Set;
import org.redress.service.caller.Caller;
import org.redress.service.caller.Role;

/**
 * Who looks, and how far they may see. Nobody sees beyond their platform.
 *
 * @param platform the tenant
 * @param subject the caller
 * @param reach which complaints of the platform they may see
 */
public record Viewer(String platform, String subject, Reach reach) {
    private static final Set<String> STAFF = Set.of(Role.AGENT, Role.SUPERVISOR, Role.OPS, Role.PLATFORM);

    /** How far a caller sees within the platform. The condition is part of every query: what it leaves out is absent. */
    public enum Reach {
        /** Every complaint. */
        PLATFORM("true"),
        /** Those the caller filed for others. */
        FILED_BY_CALLER("c.filed_by = :subject and c.filed_by_role = 'partner'"),
        /** Those about what the caller sold. */
        SOLD_BY_CALLER("c.merchant_id = :subject"),
        /** Those in which the caller is the complainant. */
        OWN("c.complainant_id = :subject");

        private final String condition;

        Reach(String condition) {
            this.condition = condition;
        }
    }

    /** The caller of this request. */
    public static Viewer of(Caller caller) {
        return new Viewer(caller.platform(), caller.subject(), reach(caller));
    }

    /** The caller of this request, acting in one of their roles: a second role lends its reach to no other. */
    public static Viewer acting(Caller caller, String role) {
        return new Viewer(caller.platform(), caller.subject(), reach(role));
    }

    /** Nobody's hand: a rule of the service itself, on any complaint of a platform. */
    public static Viewer system(String platform) {
        return new Viewer(platform, "", Reach.PLATFORM);
    }

    private static Reach reach(String role) {
        if (STAFF.contains(role)) {
            return Reach.PLATFORM;
        }
        return switch (role) {
            case Role.PARTNER -> Reach.FILED_BY_CALLER;
            case Role.MERCHANT -> Reach.SOLD_BY_CALLER;
            default -> Reach.OWN;
        };
    }

    private static Reach reach(Caller caller) {
        if (caller.roles().stream().anyMatch(STAFF::contains)) {
            return Reach.PLATFORM;
        }
        if (caller.is(Role.PARTNER)) {
            return Reach.FILED_BY_CALLER;
        }
        // Who complains and sells reads what they complain about: a merchant's reach shows no complaint, only lists.
        return caller.is(Role.MERCHANT) && !caller.is(Role.COMPLAINANT) ? Reach.SOLD_BY_CALLER : Reach.OWN;
    }

    /** Whether entries meant for staff may be shown. */
    public boolean isStaff() {
        return reach == Reach.PLATFORM;
    }

    /** The SQL condition on {@code complaint c}; takes {@code :platform} and {@code :subject}. */
    public String condition() {
        return "c.platform = :platform and (" + reach.condition + ")";
    }
}
