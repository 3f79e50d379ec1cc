package org.redress.sla.watch;

import java.io.Serial;
import java.util.List;
import java.util.UUID;

/** A round was rolled back; nothing of it happened. */
final class RoundFailed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<UUID> claimed;

    RoundFailed(List<UUID> claimed, Throwable cause) {
        super(cause);
        this.claimed = List.copyOf(claimed);
    }

    /** The complaints it had claimed, one of which may be the reason. */
    List<UUID> claimed() {
        return claimed;
    }
}
