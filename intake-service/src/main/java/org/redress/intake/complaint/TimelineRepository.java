package org.redress.intake.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps and reads timelines. */
@ApplicationScoped
public class TimelineRepository {
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ObjectMapper json;

    TimelineRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Adds an entry; one that tells the same event again is left out. Joins the running transaction. */
    public void append(UUID complaintId, TimelineEntry entry) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into timeline_entry (complaint_id, kind, at, actor, staff_only, data, event_id)
                        values (:complaintId, :kind, :at, :actor, :staffOnly, cast(:data as jsonb), :eventId)
                        on conflict (complaint_id, event_id) do nothing""")
                .bind("complaintId", complaintId)
                .bind("kind", entry.kind())
                .bind("at", Rows.utc(entry.at()))
                .bind("actor", entry.actor())
                .bind("staffOnly", entry.staffOnly())
                .bind("data", written(entry.data()))
                .bindByType("eventId", entry.eventId(), UUID.class)
                .execute());
    }

    /** What happened, in the order in which it happened, as far as the viewer may see it. */
    public List<TimelineEntry> of(UUID complaintId, Viewer viewer) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.* from timeline_entry t join complaint c on c.id = t.complaint_id
                         where t.complaint_id = :id and (:staff or not t.staff_only) and\s""" + viewer.condition() + " order by t.at, t.id")
                .bind("id", complaintId)
                .bind("staff", viewer.isStaff())
                .bind("platform", viewer.platform())
                .bind("subject", viewer.subject())
                .map((row, context) -> entry(row))
                .list());
    }

    private TimelineEntry entry(ResultSet row) throws SQLException {
        return new TimelineEntry(
                row.getString("kind"),
                Rows.instant(row, "at"),
                row.getString("actor"),
                row.getBoolean("staff_only"),
                read(row.getString("data")),
                row.getObject("event_id", UUID.class));
    }

    private Map<String, Object> read(String data) {
        try {
            return json.readValue(data, OBJECT);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(Map<String, Object> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
