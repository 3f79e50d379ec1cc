package org.redress.triage.routing;

import java.util.ArrayList;
import java.util.List;
import org.redress.triage.judgement.Category;
import org.redress.triage.judgement.Judgement;
import org.redress.triage.judgement.Severity;

/**
 * Which judgement goes where, platform by platform. A platform's own lines come first; the first that fits applies;
 * lines of platform {@code *} serve every platform and always end in one that fits all. Immutable, thread safe.
 */
public final class RoutingTable {

    private static final String ANY = "*";
    private static final int COLUMNS = 6;

    private final List<Line> lines;

    private RoutingTable(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /**
     * Reads tab-separated lines: platform, severity, category, {@code micro} or {@code *}, queue, tier.
     *
     * @throws IllegalArgumentException if a line can't be read or the last line does not fit everything
     */
    public static RoutingTable read(List<String> text) {
        List<Line> lines = new ArrayList<>();
        for (String row : text) {
            if (!row.isBlank() && !row.startsWith("#")) {
                lines.add(Line.read(row));
            }
        }
        if (lines.isEmpty() || !lines.get(lines.size() - 1).fitsAll()) {
            throw new IllegalArgumentException("the last line of the routing must fit every judgement");
        }
        return new RoutingTable(lines);
    }

    /** The route of a judgement on {@code platform}. */
    public Route routeFor(String platform, Judgement judgement) {
        for (Line line : lines) {
            if (line.platform().equals(platform) && line.fits(judgement)) {
                return line.route();
            }
        }
        return lines.stream()
                .filter(line -> line.platform().equals(ANY) && line.fits(judgement))
                .findFirst()
                .orElseThrow()
                .route();
    }

    private record Line(String platform, String severity, String category, String size, Route route) {

        private static final String MICRO = "micro";

        static Line read(String row) {
            String[] cells = row.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new IllegalArgumentException("not " + COLUMNS + " columns: " + row);
            }
            if (!cells[1].equals(ANY)) {
                Severity.valueOf(cells[1]);
            }
            if (!cells[2].equals(ANY)) {
                Category.valueOf(cells[2]);
            }
            return new Line(cells[0], cells[1], cells[2], cells[3], new Route(cells[4], Tier.valueOf(cells[5])));
        }

        boolean fits(Judgement judgement) {
            return (severity.equals(ANY) || severity.equals(judgement.severity().name()))
                    && (category.equals(ANY)
                            || category.equals(judgement.category().name()))
                    && (size.equals(ANY) || (size.equals(MICRO) && judgement.microClaim()));
        }

        boolean fitsAll() {
            return platform.equals(ANY) && severity.equals(ANY) && category.equals(ANY) && size.equals(ANY);
        }
    }
}
