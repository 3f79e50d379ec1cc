package org.redress.sla.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The board's figures. Each comes with the address of its cases.
 *
 * @param asOf when they were counted, on the database's clock
 * @param open how many clocks are open
 * @param states how these stand; every open clock is in one of them
 * @param due how many fall due from asOf on within an hour, four hours and a day
 * @param groups the same by metric, severity, queue and owner, most open clocks first
 */
@Schema(name = "Board")
public record Board(Instant asOf, Figure open, List<StateFigure> states, List<DueFigure> due, List<Grouping> groups) {

    /** A number of clocks, and where they are listed. */
    @Schema(name = "BoardFigure")
    public record Figure(long count, String cases) {}

    /** How many clocks stand so. */
    @Schema(name = "BoardStateFigure")
    public record StateFigure(BoardState state, long count, String cases) {}

    /** How many clocks fall due within a time from now on. */
    @Schema(name = "BoardDueFigure")
    public record DueFigure(
            @Schema(implementation = String.class) Duration within, long count, String cases) {}

    /**
     * The figures by one property.
     *
     * @param by metric, severity, queue or owner
     * @param more how many values have figures beyond those listed
     */
    @Schema(name = "BoardGrouping")
    public record Grouping(String by, List<Group> values, int more) {}

    /**
     * The figures of one value.
     *
     * @param value null where none is known: not yet routed, nobody's
     */
    @Schema(name = "BoardGroup")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Group(@Nullable String value, long open, String cases, List<StateFigure> states) {}
}
