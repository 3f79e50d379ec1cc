package org.redress.launcher.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.redress.launcher.data.DataLayout;
import org.redress.launcher.data.RunRecord;
import org.redress.launcher.process.ProcessStamp;
import org.redress.launcher.process.Supervised;

/** Keeps the record of what runs up to date, so that status shows it and a later launcher knows its orphans. Thread-safe. */
final class Recorder {
    private final Settings settings;
    private final DataLayout layout;
    private final Addresses addresses;
    private final ProcessStamp launcher = ProcessStamp.of(ProcessHandle.current());
    private @Nullable Fleet fleet;
    private boolean wasReady;

    Recorder(Settings settings, DataLayout layout, Addresses addresses) {
        this.settings = settings;
        this.layout = layout;
        this.addresses = addresses;
    }

    synchronized void watch(Fleet watched) {
        fleet = watched;
        write();
    }

    /** From now on "ready" means that no part is down. */
    synchronized void everythingWasReady() {
        wasReady = true;
        write();
    }

    /** From now on nothing is ready. */
    synchronized void closing() {
        wasReady = false;
        write();
    }

    synchronized void write() {
        Fleet watched = fleet;
        if (watched == null) {
            return;
        }
        try {
            boolean ready = wasReady && watched.notReady().isEmpty();
            new RunRecord(
                            ready,
                            addresses.url(Application.CONSOLE),
                            addresses.kafka(),
                            addresses.jdbcUrls(),
                            entries(watched))
                    .write(layout.runRecord());
        } catch (IOException e) {
            settings.terminal().say("The record of what runs cannot be written: " + e);
        }
    }

    private List<RunRecord.Entry> entries(Fleet watched) {
        var entries = new ArrayList<RunRecord.Entry>();
        for (Supervised part : watched.all()) {
            entries.add(new RunRecord.Entry(
                    part.part().name(),
                    part.part().url(),
                    part.status().name().toLowerCase(Locale.ROOT),
                    part.part().stamp().orElse(null)));
        }
        entries.add(new RunRecord.Entry("launcher", layout.root().toUri().toString(), "up", launcher));
        for (String inside : List.of("issuer", "sms-gateway", "selling-platform")) {
            entries.add(new RunRecord.Entry(inside, addresses.url(inside), "up", launcher));
        }
        return entries;
    }
}
