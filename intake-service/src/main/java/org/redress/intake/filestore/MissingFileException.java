package org.redress.intake.filestore;

import java.io.Serial;

/** There is no file of that hash. */
public final class MissingFileException extends FileStoreException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Sha256 hash;

    MissingFileException(Sha256 hash) {
        super("no file " + hash, null);
        this.hash = hash;
    }

    /** What was asked for. */
    public Sha256 hash() {
        return hash;
    }
}
