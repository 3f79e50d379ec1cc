package org.redress.intake.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.ComplaintSummary;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.search.SearchRepository.Walk;
import org.redress.intake.search.SearchRepository.Walked;

/**
 * Finds a page of complaints in bounded time. Each narrowing is tried as the way, the narrowest first, until one leads to a full
 * page or to the end. Where none does, because many fit each of the filters and hardly any fits all of them, the page holds what
 * was found on the way that led furthest, and goes on from there.
 */
@ApplicationScoped
class FindComplaints {
    private final SearchRepository search;

    FindComplaints(SearchRepository search) {
        this.search = search;
    }

    /**
     * A page.
     *
     * @param next behind what the next page begins; null if there is none
     */
    record Found(List<ComplaintSummary> items, @Nullable Position next) {}

    /** At most {@code limit} complaints that the viewer may see and the filter lets through, newest first. */
    Found find(Viewer viewer, Filter filter, @Nullable Position after, int limit) {
        List<Narrowing> narrowings = Narrowing.of(viewer, filter);
        Found furthest = null;
        for (Narrowing along : narrowings) {
            List<Narrowing> checks =
                    narrowings.stream().filter(other -> !other.equals(along)).toList();
            Walked walked = search.walk(new Walk(viewer, along, checks, filter, after), limit + 1);
            Position edge = walked.edge();
            if (edge == null || walked.items().size() > limit) {
                return cut(walked.items(), limit);
            }
            Position before = furthest == null ? null : furthest.next();
            if (before == null || edge.compareTo(before) < 0) {
                furthest = new Found(walked.items(), edge);
            }
        }
        return furthest == null ? new Found(List.of(), null) : furthest;
    }

    private static Found cut(List<ComplaintSummary> rows, int limit) {
        if (rows.size() <= limit) {
            return new Found(rows, null);
        }
        List<ComplaintSummary> items = List.copyOf(rows.subList(0, limit));
        return new Found(items, Position.of(items.get(limit - 1)));
    }
}
