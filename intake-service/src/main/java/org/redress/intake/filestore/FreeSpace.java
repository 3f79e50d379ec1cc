package org.redress.intake.filestore;

import java.io.IOException;
import java.nio.file.Path;

/** How much space a disk has left. */
@FunctionalInterface
interface FreeSpace {
    /** Bytes that can still be written to the disk of that path. */
    long at(Path path) throws IOException;
}
