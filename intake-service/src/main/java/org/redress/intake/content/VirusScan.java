package org.redress.intake.content;

import java.io.IOException;
import java.io.InputStream;

/** Asks a scanner about a file. Thread-safe. */
@FunctionalInterface
interface VirusScan {
    /** The scanner that knows nothing harmful. */
    VirusScan NONE = content -> false;

    /**
     * Shows a file to the scanner.
     *
     * @param content is read and not closed
     * @return whether it is known as harmful
     * @throws IOException there is no answer, so nothing is known
     */
    boolean isHarmful(InputStream content) throws IOException;
}
