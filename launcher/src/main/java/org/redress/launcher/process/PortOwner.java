package org.redress.launcher.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose a listening port is. A process left over from an earlier run answers on the same port just as well; only the
 * operating system can tell it from the child that was started now.
 */
public final class PortOwner {
    private static final String LISTENING = "0A";
    private static final String[] NONE = {};

    private final Path proc;

    /** Reads the system's own tables. */
    public PortOwner() {
        this(Path.of("/proc"));
    }

    PortOwner(Path proc) {
        this.proc = proc;
    }

    /**
     * Whether the process listens on the TCP port. Where the system has no such tables (not Linux) the answer is
     * {@code true}: there the check before the start that the port is free has to do.
     */
    public boolean listens(long pid, int port) {
        if (!Files.isReadable(proc.resolve("net/tcp"))) {
            return true;
        }
        try {
            var sockets = new HashSet<String>();
            addListening(sockets, proc.resolve("net/tcp"), port);
            addListening(sockets, proc.resolve("net/tcp6"), port);
            return !sockets.isEmpty()
                    && hasOneOf(sockets, proc.resolve(Long.toString(pid)).resolve("fd"));
        } catch (IOException e) {
            return false;
        }
    }

    private static void addListening(Set<String> sockets, Path table, int port) throws IOException {
        if (Files.notExists(table)) {
            return;
        }
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        for (String line : Files.readAllLines(table)) {
            // Most lines are other connections; they are not worth taking apart several times a second.
            String[] fields = line.contains(suffix) ? line.trim().split("\\s+") : NONE;
            if (fields.length > 9 && fields[1].endsWith(suffix) && fields[3].equals(LISTENING)) {
                sockets.add("socket:[" + fields[9] + "]");
            }
        }
    }

    private static boolean hasOneOf(Set<String> sockets, Path descriptors) throws IOException {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(descriptors)) {
            for (Path link : links) {
                String target = target(link);
                if (target != null && sockets.contains(target)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static @Nullable String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            // Closed since the directory was listed.
            return null;
        }
    }
}
