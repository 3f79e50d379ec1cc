package org.redress.notification.inbox;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A level that a message tells of, among others.
 *
 * @param complaintId its complaint
 * @param number the complaint's number, null while it is not known
 * @param template which text
 * @param params the values of the text
 * @param firesAt when the level fell due
 */
record ToldLevel(
        UUID complaintId, @Nullable String number, String template, Map<String, String> params, Instant firesAt) {

    Map<String, String> values() {
        Map<String, String> values = new HashMap<>(params);
        values.putIfAbsent("number", number == null ? "—" : number);
        return values;
    }
}
