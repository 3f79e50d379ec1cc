package org.redress.launcher.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.redress.launcher.LaunchException;

/**
 * Ports of the loopback address, chosen once for a data directory and kept, so that addresses stay the same from run to
 * run. They lie below the range from which the system serves outgoing connections, so that none takes one meanwhile.
 *
 * <p>Not thread-safe.
 */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int LAST = 29_999;
    private static final int TRIES = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataLayout layout;
    private final IntPredicate free;
    private final Consumer<String> say;
    private final Map<String, Integer> chosen = new TreeMap<>();

    /**
     * Reads what was chosen before.
     *
     * @param say told when a kept port is taken by a stranger and another one is chosen
     */
    public Ports(DataLayout layout, Consumer<String> say) {
        this(layout, Ports::isFree, say);
    }

    Ports(DataLayout layout, IntPredicate free, Consumer<String> say) {
        this.layout = layout;
        this.free = free;
        this.say = say;
        try {
            if (Files.exists(layout.ports())) {
                JSON.readTree(Files.readAllBytes(layout.ports()))
                        .properties()
                        .forEach(port ->
                                chosen.put(port.getKey(), port.getValue().asInt()));
            }
        } catch (IOException e) {
            say.accept("The kept ports cannot be read (" + e.getMessage() + "); choosing new ones");
        }
    }

    /** The port kept under that name; 0 when none was chosen yet. */
    public int kept(String name) {
        return chosen.getOrDefault(name, 0);
    }

    /** The port for that name: the kept one if it is free, else a new one, which is kept. */
    public int port(String name) {
        int kept = kept(name);
        if (kept != 0 && free.test(kept)) {
            return kept;
        }
        int next = choose();
        if (kept != 0) {
            say.accept("Port " + kept + " of " + name + " is taken by another program; using " + next + " from now on");
        }
        chosen.put(name, next);
        save();
        return next;
    }

    /** Whether a port can be bound on the loopback address now. */
    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private int choose() {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (!chosen.containsValue(candidate) && free.test(candidate)) {
                return candidate;
            }
        }
        throw new LaunchException("no free port found between " + FIRST + " and " + LAST);
    }

    private void save() {
        ObjectNode root = JSON.createObjectNode();
        chosen.forEach(root::put);
        try {
            StateFile.write(layout.ports(), root, true);
        } catch (IOException e) {
            throw new LaunchException("the chosen ports cannot be kept in " + layout.ports() + " (" + e + ")", e);
        }
    }
}
