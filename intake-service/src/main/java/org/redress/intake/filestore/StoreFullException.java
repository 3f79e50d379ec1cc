package org.redress.intake.filestore;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** There is no space for one more file. What is stored stays readable. */
public final class StoreFullException extends FileStoreException {
    @Serial
    private static final long serialVersionUID = 1L;

    StoreFullException(@Nullable Throwable cause) {
        super("the file store has no space left", cause);
    }
}
