package org.redress.intake.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Viewer;

/**
 * One thing that a list is narrowed by: a way through an index in the list's order, or a condition on the rows of another way.
 *
 * @param values of which one must fit; the way is walked once for each
 */
record Narrowing(Way way, List<String> values) {

    /** The ways, the usually narrowest first. */
    enum Way {
        NUMBER("c.number", ""),
        ORDER("c.order_no", ""),
        COMPLAINANT("c.complainant_id", ""),
        OWNER("c.owner", ""),
        MERCHANT("c.merchant_id", ""),
        PARTNER("c.filed_by", " and c.filed_by_role = 'partner'"),
        SHELF("c.shelf", ""),
        ALL("''", "");

        private final String column;
        private final String extra;

        Way(String column, String extra) {
            this.column = column;
            this.extra = extra;
        }

        /** As the condition of an index walk for one value {@code s.key}. */
        String walked() {
            return this == ALL ? "true" : column + " = s.key" + extra;
        }

        /** As a condition on rows found by another way; takes the values as an array under that name. */
        String checked(String parameter) {
            return column + " = any(:" + parameter + ")" + extra;
        }
    }

    /** Everything that the viewer's reach and the filter narrow the list by, the narrowest first; at least one. */
    static List<Narrowing> of(Viewer viewer, Filter filter) {
        List<Narrowing> all = new ArrayList<>();
        switch (viewer.reach()) {
            case PLATFORM -> {}
            case OWN -> add(all, Way.COMPLAINANT, viewer.subject());
            case SOLD_BY_CALLER -> add(all, Way.MERCHANT, viewer.subject());
            case FILED_BY_CALLER -> add(all, Way.PARTNER, viewer.subject());
        }
        add(all, Way.NUMBER, filter.number());
        add(all, Way.ORDER, filter.orderNo());
        add(all, Way.COMPLAINANT, filter.complainant());
        add(all, Way.OWNER, filter.owner());
        add(all, Way.MERCHANT, filter.merchant());
        List<String> shelves = Shelves.of(filter);
        if (!shelves.isEmpty()) {
            all.add(new Narrowing(Way.SHELF, shelves));
        }
        if (all.isEmpty()) {
            add(all, Way.ALL, "");
        }
        all.sort(Comparator.comparing(Narrowing::way));
        return List.copyOf(all);
    }

    private static void add(List<Narrowing> all, Way way, @Nullable String value) {
        if (value != null) {
            all.add(new Narrowing(way, List.of(value)));
        }
    }
}
