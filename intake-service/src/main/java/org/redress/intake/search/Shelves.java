package org.redress.intake.search;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Severity;

/**
 * The values of column {@code shelf}: status, category and severity in one, {@code -} for what is not known yet. There are few,
 * so that a filter on any of the three is a list of shelves, each of which stands in the list's order in one index.
 */
final class Shelves {
    private static final String UNKNOWN = "-";

    private Shelves() {}

    /** The shelves that the filter lets through; empty if it lets all through. */
    static List<String> of(Filter filter) {
        if (filter.statuses().isEmpty()
                && filter.categories().isEmpty()
                && filter.severities().isEmpty()) {
            return List.of();
        }
        List<String> statuses =
                names(filter.statuses(), ComplaintStatus.values()).toList();
        List<String> categories = known(filter.categories(), Category.values());
        List<String> severities = known(filter.severities(), Severity.values());
        return statuses.stream()
                .flatMap(status -> categories.stream()
                        .flatMap(category ->
                                severities.stream().map(severity -> status + " " + category + " " + severity)))
                .toList();
    }

    /** Those asked for; if none is, all and the unknown one. */
    private static <E extends Enum<E>> List<String> known(Set<E> asked, E[] all) {
        Stream<String> unknown = asked.isEmpty() ? Stream.of(UNKNOWN) : Stream.empty();
        return Stream.concat(names(asked, all), unknown).toList();
    }

    private static <E extends Enum<E>> Stream<String> names(Set<E> asked, E[] all) {
        Collection<E> values = asked.isEmpty() ? Arrays.asList(all) : asked;
        return values.stream().map(Enum::name);
    }
}
