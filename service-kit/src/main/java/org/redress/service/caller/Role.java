package org.redress.service.caller;

/** The roles a token can carry, by their wire names, for use in {@code @RolesAllowed}. */
public final class Role {
    /** Someone whose goods did not come. Sees own complaints only. */
    public static final String COMPLAINANT = "complainant";

    /** The seller that a complaint is about. */
    public static final String MERCHANT = "merchant";

    /** Works on complaints of one platform. */
    public static final String AGENT = "agent";

    /** Leads agents. */
    public static final String SUPERVISOR = "supervisor";

    /** Watches deadlines and operations. */
    public static final String OPS = "ops";

    /** The selling platform's backend. */
    public static final String PLATFORM = "platform";

    /** Subscribes to events. */
    public static final String PARTNER = "partner";

    /** Administers a platform's profile and policies. */
    public static final String ADMIN = "admin";

    /** Another service of Redress; only for look-ups between services. */
    public static final String SERVICE = "service";

    private Role() {}
}
