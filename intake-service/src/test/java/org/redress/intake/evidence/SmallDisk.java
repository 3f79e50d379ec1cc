package org.redress.intake.evidence;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A file store on a disk of its own with 8 MiB, where this machine lets tests mount one; else on the usual disk. */
public final class SmallDisk implements QuarkusTestResourceLifecycleManager {
    private static final Path ROOT = Path.of("target", "small-disk").toAbsolutePath();

    private static boolean mounted;

    /** Whether it is one. */
    static boolean isMounted() {
        return mounted;
    }

    /** Where the store is. */
    static Path root() {
        return ROOT;
    }

    @Override
    public Map<String, String> start() {
        try {
            Files.createDirectories(ROOT);
            mounted = runs("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", ROOT.toString());
        } catch (IOException e) {
            mounted = false;
        }
        return Map.of(
                "redress.intake.files.directory",
                ROOT.toString(),
                "redress.intake.files.floor",
                mounted ? "1M" : "16M");
    }

    @Override
    public void stop() {
        if (mounted) {
            mounted = !runs("umount", ROOT.toString());
        }
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
