package org.redress.launcher.run;

import java.util.Optional;

/** The parts that are Quarkus applications, each a process of its own. */
public enum Application {
    /** The one address in front of the four APIs. */
    CONSOLE("console", "console"),
    /** The front desk and the record. */
    INTAKE("intake", "intake-service"),
    /** Judges. */
    TRIAGE("triage", "triage-service"),
    /** Watches. */
    SLA("sla", "sla-service"),
    /** Tells. */
    NOTIFICATION("notification", "notification-service");

    private final String partName;
    private final String module;

    Application(String partName, String module) {
        this.partName = partName;
        this.module = module;
    }

    /** The name in logs, in {@code status} and in addresses. */
    public String partName() {
        return partName;
    }

    /** The Maven module that builds it. */
    public String module() {
        return module;
    }

    /** The database it alone uses, if it has one. */
    public Optional<String> database() {
        return this == CONSOLE ? Optional.empty() : Optional.of(partName);
    }
}
