package org.redress.console.frontdoor;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A service behind the front door. Owns the first path segments after {@code /api/v1/} that architecture.md names. */
public enum Upstream {
    /** Complaints and their record. */
    INTAKE,
    /** Judgement, queues, freezes, incidents. */
    TRIAGE,
    /** Policies and clocks. */
    SLA,
    /** Messages and subscriptions. */
    NOTIFICATION;

    private static final Map<String, Upstream> OWNERS = owners();

    /** The service's name in addresses, configuration and logs, for example {@code intake}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Whose a request is.
     *
     * @param segment the first path segment after {@code /api/v1/}, in its very letters
     * @return nobody, when no service has it
     */
    static Optional<Upstream> owning(String segment) {
        return Optional.ofNullable(OWNERS.get(segment));
    }

    private static Map<String, Upstream> owners() {
        var owners = new HashMap<String, Upstream>();
        List.of("complaints", "standards", "statistics", "platforms").forEach(segment -> owners.put(segment, INTAKE));
        List.of("triage", "queues", "freezes", "incidents").forEach(segment -> owners.put(segment, TRIAGE));
        owners.put("sla", SLA);
        List.of("inbox", "notifications", "webhooks", "events", "sms")
                .forEach(segment -> owners.put(segment, NOTIFICATION));
        return Map.copyOf(owners);
    }
}
