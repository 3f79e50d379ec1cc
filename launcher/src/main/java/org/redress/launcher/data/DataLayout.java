package org.redress.launcher.data;

import java.nio.file.Path;

/**
 * Where the files of one data directory are.
 *
 * @param root absolute
 */
public record DataLayout(Path root) {
    /** The launcher's own small files. */
    public Path state() {
        return root.resolve("state");
    }

    /** Held by the launcher that works on this directory. */
    public Path lock() {
        return state().resolve("lock");
    }

    /** What runs now, or ran last. */
    public Path runRecord() {
        return state().resolve("run.json");
    }

    /** Ports chosen for this directory. */
    public Path ports() {
        return state().resolve("ports.json");
    }

    /** Passwords and client secrets, readable by the owner only. */
    public Path secrets() {
        return state().resolve("secrets.json");
    }

    /** The token issuer's private key, readable by the owner only. */
    public Path issuerKey() {
        return state().resolve("issuer.jwk");
    }

    /** Signed roots over all timelines, kept outside the database. */
    public Path chainRoots() {
        return root.resolve("roots");
    }

    /** Exists once everything that a first start prepares has been seen ready. */
    public Path prepared() {
        return state().resolve("prepared");
    }

    /** The broker's data. */
    public Path kafka() {
        return root.resolve("kafka");
    }

    /** The database cluster. */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** The evidence files that intake keeps. */
    public Path files() {
        return root.resolve("files");
    }

    /** One log a process. */
    public Path logs() {
        return root.resolve("logs");
    }

    /** What the simulated outside world accepted. */
    public Path simulators() {
        return root.resolve("simulators");
    }
}
