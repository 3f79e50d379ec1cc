package org.redress.notification.http;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.service.page.Cursor;
import org.redress.service.problem.FieldError;
import org.redress.service.problem.ProblemException;

/** Cursors of lists that are ordered by a time-ordered id, newest first. */
public final class PageCursor {
    private static final String AFTER = "after";

    private PageCursor() {}

    /** The cursor that stands behind an item. */
    public static String after(UUID id) {
        return Cursor.of(Map.of(AFTER, id.toString()));
    }

    /**
     * The id behind which a page begins; null for the first page.
     *
     * @throws ProblemException 422 for what is no cursor of such a list
     */
    public static @Nullable UUID parse(@Nullable String cursor) {
        String id = Cursor.parse(cursor).get(AFTER);
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(new FieldError("/cursor", "cursor", "not a cursor of this list"));
        }
    }
}
