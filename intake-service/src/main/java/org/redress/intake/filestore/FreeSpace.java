package org.redress.intake.filestore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much space a disk has left. */
@FunctionalInterface
interface FreeSpace {
    /** Bytes that can still be written to the disk of that path. */
    long at(Path path) throws IOException;

    /** The disk's own word. Where nothing is left it is asked once more in the way that tells why, which reads all mounts. */
    static long ofDisk(Path path) throws IOException {
        long left = path.toFile().getUsableSpace();
        return left > 0 ? left : Files.getFileStore(path).getUsableSpace();
    }
}
