package org.redress.system.deadlines;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.redress.launcher.run.Application;
import org.redress.launcher.run.FurtherInstance;

/** Instances whose machine's clock is two hours off, by libfaketime: the wall clock is shifted, the monotonic one is not. */
final class WrongClock {
    static final String AHEAD = "sla-ahead";
    static final String BEHIND = "sla-behind";

    private WrongClock() {}

    /** The library, where Debian's package {@code libfaketime} or Homebrew's puts it. */
    static Optional<Path> library() {
        return Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/local/lib")
                .map(folder -> Path.of(folder, "faketime", "libfaketimeMT.so.1"))
                .filter(Files::exists)
                .findFirst();
    }

    // Without the last setting libfaketime makes Java spin in its timed waits.
    /** Both, started when asked for; none without the library. */
    static List<FurtherInstance> all() {
        return library()
                .map(library -> List.of(instance(AHEAD, "+2h", library), instance(BEHIND, "-2h", library)))
                .orElse(List.of());
    }

    private static FurtherInstance instance(String name, String shift, Path library) {
        return new FurtherInstance(
                name,
                Application.SLA,
                Map.of(
                        "LD_PRELOAD",
                        library.toString(),
                        "FAKETIME",
                        shift,
                        "DONT_FAKE_MONOTONIC",
                        "1",
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0"),
                false);
    }
}
