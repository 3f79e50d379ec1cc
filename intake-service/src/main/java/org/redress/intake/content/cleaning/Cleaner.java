package org.redress.intake.content.cleaning;

import java.io.IOException;
import java.nio.file.Path;
import org.redress.intake.content.ContentType;

/** Makes the cleaned copy of files of one type. Stateless and thread-safe. */
interface Cleaner {
    /**
     * Writes a copy without metadata and without anything that could act; the content is read through and judged thereby.
     *
     * @param original is only read
     * @param copy a new file; left in any state when this throws
     * @return what the copy is
     * @throws UncleanFileException the file is not accepted
     * @throws IOException the machine failed, not the file
     */
    ContentType clean(Path original, Path copy) throws UncleanFileException, IOException;
}
