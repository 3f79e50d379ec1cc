package org.redress.service.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes identifiers. Thread-safe. */
public final class Ids {
    private Ids() {}

    /** A new UUID of version 7: rises with time, so that indexes stay compact; it is no secret. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
