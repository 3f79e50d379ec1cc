package org.redress.notification.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message is addressed to. The address is one string: {@code complainant:<subject>}, {@code staff:<subject>} or
 * {@code role:<role>}. A complainant and a member of staff who happen to share a subject are two addresses; a person
 * who is both agent and supervisor is one.
 *
 * @param kind a person or a role
 * @param address null while it is not known who has the case
 */
public record Recipient(Kind kind, @Nullable String address) {
    private static final Set<String> STAFF = Set.of("agent", "supervisor", "ops", "admin");
    // Named one by one: a foreign issuer may have a group called "staff", and it must not become an address.
    private static final Set<String> OUTSIDE = Set.of("complainant", "merchant", "platform");
    private static final Set<String> SHARED = Set.of("agent", "supervisor", "ops", "admin", "platform");

    /** A person or a role. */
    public enum Kind {
        /** One person. */
        PERSON,
        /** Everyone who holds a role on the platform. */
        ROLE
    }

    /**
     * Who an audience is, given what is known of the case.
     *
     * @param complainantId the complainant, if known
     * @param owner the owner, if known
     */
    public static Recipient of(Audience audience, @Nullable String complainantId, @Nullable String owner) {
        return switch (audience) {
            case COMPLAINANT -> person("complainant", complainantId);
            case OWNER -> person("staff", owner);
            case SUPERVISORS -> new Recipient(Kind.ROLE, "role:supervisor");
            case OPS -> new Recipient(Kind.ROLE, "role:ops");
            case PLATFORM -> new Recipient(Kind.ROLE, "role:platform");
        };
    }

    /**
     * The addresses whose messages a caller may read: their own ones and those of the roles they hold. The first is
     * the one under which reading a message is recorded.
     */
    public static List<String> addressesOf(String subject, Collection<String> roles) {
        List<String> addresses = new ArrayList<>();
        if (roles.stream().anyMatch(STAFF::contains)) {
            addresses.add("staff:" + subject);
        }
        roles.stream().filter(OUTSIDE::contains).sorted().forEach(role -> addresses.add(role + ":" + subject));
        roles.stream().filter(SHARED::contains).sorted().forEach(role -> addresses.add("role:" + role));
        return List.copyOf(addresses);
    }

    /** What the recipient is, without saying who: {@code complainant}, {@code staff}, {@code ops}, {@code supervisor}, {@code platform}. */
    public String role() {
        if (address == null) {
            return "staff";
        }
        int colon = address.indexOf(':');
        return kind == Kind.ROLE ? address.substring(colon + 1) : address.substring(0, colon);
    }

    private static Recipient person(String prefix, @Nullable String subject) {
        return new Recipient(Kind.PERSON, subject == null ? null : prefix + ":" + subject);
    }
}
