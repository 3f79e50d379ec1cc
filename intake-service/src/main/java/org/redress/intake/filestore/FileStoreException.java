package org.redress.intake.filestore;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The store cannot do its work: a broken disk, a server that does not answer, no permission. Trying later may help. */
public class FileStoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    FileStoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
