package org.redress.triage.queue;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.service.page.Cursor;
import org.redress.service.time.StorableTime;

/** Places in a queue as clients hand them back. */
final class QueueCursor {

    private static final String RANK = "rank";
    private static final String DUE = "due";
    private static final String LAST = "last";

    private QueueCursor() {}

    static String after(QueueItem item) {
        Instant due = item.dueAt();
        return Cursor.of(Map.of(
                RANK, Integer.toString(item.rank()),
                DUE, due == null ? "" : due.toString(),
                LAST, item.complaintId().toString()));
    }

    static @Nullable QueuePlace parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Map<String, String> values = Cursor.parse(cursor);
        String due = values.getOrDefault(DUE, "");
        try {
            return new QueuePlace(
                    Integer.parseInt(values.getOrDefault(RANK, "")),
                    due.isEmpty() ? null : StorableTime.parse(due),
                    UUID.fromString(values.getOrDefault(LAST, "")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Cursor.refused();
        }
    }
}
