package org.redress.notification.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.redress.notification.planning.Channel;
import org.redress.notification.planning.Level;
import org.redress.notification.planning.Recipient;

/** Between rows of the table and records. Stateless. */
@ApplicationScoped
public class DeliveryRows {
    /** The columns that {@link #read} reads. */
    public static final String COLUMNS = "id, complaint_id, platform, channel, recipient_kind, recipient, sent_to,"
            + " template, language, params::text as params, state, attempts, last_error, occurred_at, created_at,"
            + " next_attempt_at, ended_at, fires_at";

    private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {};

    private final ObjectMapper json;

    DeliveryRows(ObjectMapper json) {
        this.json = json;
    }

    /** The values of an insert, by the name of their parameter. */
    Map<String, @Nullable Object> values(NewDelivery planned) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", planned.id());
        values.put("event", planned.happening().eventId());
        values.put("complaint", planned.happening().complaintId());
        values.put("platform", planned.happening().platform());
        values.put("channel", planned.channel().name());
        values.put("audience", planned.audience().name());
        values.put("kind", planned.recipient().kind().name());
        values.put("recipient", planned.recipient().address());
        values.put("template", planned.happening().occasion().template());
        values.put("language", planned.language());
        values.put("params", write(planned.happening().params()));
        values.put("giveUp", planned.giveUpAfter().toMillis());
        values.put("outId", planned.id().toString());
        values.put("occurred", planned.happening().at().atOffset(ZoneOffset.UTC));
        Level level = planned.happening().level();
        values.put("fires", level == null ? null : level.firesAt().atOffset(ZoneOffset.UTC));
        values.put("clock", level == null ? null : level.clockId());
        values.put("cycle", level == null ? null : level.cycle());
        return values;
    }

    /** Text values as JSON. */
    public String write(Map<String, String> params) {
        try {
            return json.writeValueAsString(params);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text values from JSON that {@link #write} made. */
    public Map<String, String> params(String text) {
        try {
            return json.readValue(text, PARAMS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A time that is always there. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A delivery from a row with {@link #COLUMNS}. */
    public Delivery read(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("complaint_id", UUID.class),
                row.getString("platform"),
                Channel.valueOf(row.getString("channel")),
                new Recipient(Recipient.Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient")),
                row.getString("sent_to"),
                row.getString("template"),
                row.getString("language"),
                params(row.getString("params")),
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("last_error"),
                instant(row, "occurred_at"),
                instant(row, "created_at"),
                optional(row, "next_attempt_at"),
                optional(row, "ended_at"),
                optional(row, "fires_at"));
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
