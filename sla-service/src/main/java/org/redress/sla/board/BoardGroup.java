package org.redress.sla.board;

import java.util.Locale;

/** By what the board's figures are told apart. */
enum BoardGroup {
    METRIC,
    SEVERITY,
    QUEUE,
    OWNER;

    /** The query parameter that asks for one of its values. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }
}
