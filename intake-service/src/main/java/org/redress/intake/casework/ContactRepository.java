package org.redress.intake.casework;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.Channel;
import org.redress.intake.chain.Digest;
import org.redress.intake.chain.Words;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Rows;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.complaint.Viewer.Reach;
import org.redress.intake.lifecycle.Act;

/** The archive of contacts. */
@ApplicationScoped
class ContactRepository {
    private final Jdbi jdbi;

    ContactRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An entry and its place in the archive.
     *
     * @param place rises with every entry
     * @param dueAt by when what it asks for or promises is due; null if it has no time
     */
    record Placed(long place, ContactEntry entry, @Nullable Instant dueAt) {}

    /** Adds an entry. Joins the running transaction. */
    void append(UUID complaintId, ContactEntry entry) {
        Channel channel = entry.channel();
        ActorRole addressee = entry.addressee();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into contact_entry (complaint_id, part_id, act, at, by_role, by_id, speaker, addressee,
                            channel, words, facts, salt, result)
                        values (:complaintId, :partId, :act, :at, :role, :by, :speaker, :addressee, :channel, :words, :facts,
                            :salt, :result)""")
                .bind("complaintId", complaintId)
                .bind("partId", entry.partId())
                .bind("act", entry.act().name())
                .bind("at", Rows.utc(entry.at()))
                .bind("role", entry.by().role().name())
                .bind("by", entry.by().id())
                .bind("speaker", entry.speaker().name())
                .bind("addressee", addressee == null ? null : addressee.name())
                .bind("channel", channel == null ? null : channel.name())
                .bind("words", entry.words())
                .bind("facts", entry.facts())
                .bind("salt", entry.salt())
                .bind("result", entry.result().name())
                .execute());
    }

    /** At most {@code limit} entries behind a place, oldest first, as far as the viewer may read them. */
    List<Placed> of(UUID complaintId, Viewer viewer, long after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select t.*, p.due_at from contact_entry t join complaint c on c.id = t.complaint_id
                          left join case_part p on p.complaint_id = t.complaint_id and p.id = t.part_id
                               and t.act in ('ASK_MERCHANT', 'REQUEST_MATERIALS', 'COMMIT', 'REFER')
                         where t.complaint_id = :id and t.id > :after
                           and\s""" + readable(viewer.reach()) + " and " + viewer.condition() + " order by t.id limit :limit")
                .bind("id", complaintId)
                .bind("after", after)
                .bind("limit", limit)
                .bind("platform", viewer.platform())
                .bind("subject", viewer.subject())
                .map((row, context) -> new Placed(row.getLong("id"), entry(row), Rows.maybeInstant(row, "due_at")))
                .list());
    }

    /** The hashes of all that was said on a complaint, as it stands in the record and in its order: its own words, the archive. */
    List<Digest> digests(UUID complaintId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select salt, description as words, null as facts, 0 as place from complaint
                         where id = :id and salt is not null
                        union all
                        select salt, words, facts, id from contact_entry where complaint_id = :id and salt is not null
                         order by place""")
                .bind("id", complaintId)
                .map((row, context) ->
                        new Words(row.getString("salt"), row.getString("words"), row.getString("facts")).digest())
                .list());
    }

    /** That the merchant handed something in is not the complainant's to read until that version is released. */
    private static final String HELD_BACK = """
            (t.act = 'ADD_EVIDENCE' and t.speaker = 'MERCHANT' and not exists (
                select from evidence e join case_part p on p.complaint_id = e.complaint_id and p.id = e.evidence_id
                 where e.complaint_id = t.complaint_id and e.evidence_id = t.part_id and e.added_at = t.at
                   and e.version <= cast(p.document ->> 'released' as integer)))""";

    private static String readable(Reach reach) {
        return switch (reach) {
            case PLATFORM -> "true";
            case SOLD_BY_CALLER -> "'MERCHANT' in (t.speaker, t.addressee)";
            case OWN, FILED_BY_CALLER ->
                "(t.addressee is null or t.addressee = 'COMPLAINANT' or t.speaker = 'COMPLAINANT') and not "
                        + HELD_BACK;
        };
    }

    private static ContactEntry entry(ResultSet row) throws SQLException {
        return new ContactEntry(
                Rows.uuid(row, "part_id"),
                Act.valueOf(row.getString("act")),
                Rows.instant(row, "at"),
                new Actor(ActorRole.valueOf(row.getString("by_role")), row.getString("by_id")),
                ActorRole.valueOf(row.getString("speaker")),
                Rows.maybe(ActorRole.class, row.getString("addressee")),
                Rows.maybe(Channel.class, row.getString("channel")),
                row.getString("words"),
                row.getString("facts"),
                row.getString("salt"),
                ComplaintStatus.valueOf(row.getString("result")));
    }
}
