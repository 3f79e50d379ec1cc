package org.redress.intake.filestore;

import java.nio.file.Path;

/** A stored file as a file of this machine, for readers that jump about in it. Only to be read; gone after closing. */
public interface LocalFile extends AutoCloseable {
    /** Where it is until this is closed. */
    Path path();

    /** Lets go of it. Never throws. */
    @Override
    void close();
}
