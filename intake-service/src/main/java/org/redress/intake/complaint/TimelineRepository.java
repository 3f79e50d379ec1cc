package org.redress.intake.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.redress.intake.chain.ChainedEntry;
import org.redress.intake.chain.Digest;
import org.redress.intake.chain.EntryContent;
import org.redress.intake.chain.Link;

/** Keeps and reads timelines. It inserts; entries are never changed, and the database would not let it. */
@ApplicationScoped
public class TimelineRepository {
    /**
     * Chains an entry to the one before, in one statement: the hash is {@link Link#digest()} in SQL. Whoever appends holds the
     * lock of the complaint's row or has just written it; two appends that saw the same last entry would both take the same
     * place, and the second would fail.
     */
    private static final String APPEND = """
            insert into timeline_entry (complaint_id, position, kind, at, actor, staff_only, data, event_id, salt, hash)
            select id, position, :kind, :at, :actor, :staffOnly, cast(:data as jsonb), :eventId, :salt,
                   sha256(convert_to('%s' || chr(10) || '{"complaint":"' || id || '","content":"' || :content
                       || '","position":' || position || ',"previous":"' || encode(previous, 'hex') || '"}', 'UTF8'))
              from (select new.id, coalesce(last.position, 0) + 1 as position, coalesce(last.hash, :none) as previous
                      from (select cast(:complaintId as uuid) as id) new
                      left join lateral (select t.position, t.hash from timeline_entry t
                                          where t.complaint_id = new.id order by t.position desc limit 1) last on true) place
            on conflict (complaint_id, event_id) where event_id is not null do nothing""".formatted(Link.DOMAIN);

    /** Entries about what the merchant handed in, as long as it is not released to the complainant up to that version. */
    private static final String HELD_BACK = """
            (t.kind in ('EVIDENCE_ADDED', 'EVIDENCE_MARKED')
             and exists (select from case_part p
                          where p.complaint_id = t.complaint_id and p.kind = 'EVIDENCE'
                            and cast(p.id as text) = t.data ->> 'evidenceId'
                            and cast(p.document ->> 'merchants' as boolean)
                            and to_jsonb(cast(p.document ->> 'released' as integer))
                                < coalesce(t.data -> 'version', to_jsonb(1))))""";

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    TimelineRepository(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * Adds an entry at the end of the complaint's chain; one that tells the same event again is left out. Joins the running
     * transaction, which holds the lock of the complaint's row or has just written it.
     */
    public void append(UUID complaintId, TimelineEntry entry) {
        EntryContent content = content(entry);
        jdbi.useHandle(handle -> handle.createUpdate(APPEND)
                .bind("complaintId", complaintId)
                .bind("kind", content.kind())
                .bind("at", Rows.utc(content.at()))
                .bind("actor", content.actor())
                .bind("staffOnly", content.staffOnly())
                .bind("data", content.data())
                .bindByType("eventId", content.eventId(), UUID.class)
                .bind("salt", HexFormat.of().parseHex(content.salt()))
                .bind("content", content.digest().hex())
                .bind("none", Digest.NONE.bytes())
                .execute());
    }

    /**
     * An entry, and whether the viewer may read it.
     *
     * @param readable if not, its place in the chain is all there is to see
     */
    record Listed(ChainedEntry entry, boolean readable) {}

    /**
     * What happened, in the order in which it happened; also what the viewer may not read.
     *
     * @param after the place in the chain of the last item before, 0 for none
     */
    List<Listed> page(UUID complaintId, Viewer viewer, int after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select t.*,\s""" + HELD_BACK + " as held_back from timeline_entry t\n"
                        + """
                          join complaint c on c.id = t.complaint_id
                         where t.complaint_id = :id
                           and (:after = 0 or (t.at, t.position) > (select a.at, a.position from timeline_entry a
                                                                     where a.complaint_id = :id and a.position = :after))
                           and\s""" + viewer.condition() + " order by t.at, t.position limit :limit")
                .bind("id", complaintId)
                .bind("after", after)
                .bind("limit", limit)
                .bind("platform", viewer.platform())
                .bind("subject", viewer.subject())
                .map((row, context) -> listed(row, viewer))
                .list());
    }

    private Listed listed(ResultSet row, Viewer viewer) throws SQLException {
        ChainedEntry entry = entry(row);
        boolean readable = viewer.isStaff() || (!row.getBoolean("held_back") && !isForStaff(entry.content()));
        return new Listed(entry, readable);
    }

    /** Entries from before talk with the merchant and internal notes were for the staff alone do not say so themselves. */
    private boolean isForStaff(EntryContent content) {
        return content.staffOnly() || StaffTalk.is(content.kind(), read(content.data()));
    }

    /**
     * What happened to a complaint, by position, as far as the viewer may read it apart from evidence that is held back;
     * nothing if it is not theirs.
     */
    public List<TimelineEntry> of(UUID complaintId, Viewer viewer) {
        return exists(complaintId, viewer)
                ? chain(complaintId).stream()
                        .map(ChainedEntry::content)
                        .filter(content -> viewer.isStaff() || !isForStaff(content))
                        .map(this::told)
                        .toList()
                : List.of();
    }

    private TimelineEntry told(EntryContent content) {
        return new TimelineEntry(
                content.kind(),
                content.at(),
                content.actor(),
                content.staffOnly(),
                read(content.data()),
                content.eventId());
    }

    private Map<String, Object> read(String data) {
        try {
            return json.readValue(data, OBJECT);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole chain by position, as it stands. */
    public List<ChainedEntry> chain(UUID complaintId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from timeline_entry where complaint_id = :id order by position")
                        .bind("id", complaintId)
                        .map((row, context) -> entry(row))
                        .list());
    }

    /** Whether there is such a complaint for the viewer. */
    public boolean exists(UUID complaintId, Viewer viewer) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from complaint c where c.id = :id and " + viewer.condition() + ")")
                .bind("id", complaintId)
                .bind("platform", viewer.platform())
                .bind("subject", viewer.subject())
                .mapTo(Boolean.class)
                .one());
    }

    private EntryContent content(TimelineEntry entry) {
        var salt = new byte[16];
        random.nextBytes(salt);
        return new EntryContent(
                entry.kind(),
                entry.at(),
                entry.actor(),
                entry.staffOnly(),
                written(entry.data()),
                entry.eventId(),
                HexFormat.of().formatHex(salt));
    }

    private static ChainedEntry entry(ResultSet row) throws SQLException {
        var content = new EntryContent(
                row.getString("kind"),
                Rows.instant(row, "at"),
                row.getString("actor"),
                row.getBoolean("staff_only"),
                row.getString("data"),
                row.getObject("event_id", UUID.class),
                HexFormat.of().formatHex(row.getBytes("salt")));
        return new ChainedEntry(row.getInt("position"), content, Digest.of(row.getBytes("hash")));
    }

    private String written(Map<String, Object> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
