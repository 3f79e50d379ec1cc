package org.redress.intake.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.Rows;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.content.ContentType;
import org.redress.intake.filestore.Sha256;

/**
 * Pieces of evidence and their versions. Tenant, owner and side are conditions of every query: a merchant sees what they
 * added themselves, complainants see everything but what the merchant added and nobody released, those who work on the case see everything.
 */
@ApplicationScoped
class EvidenceRepository {
    /** What the complainant sees of {@code evidence e}. */
    private static final String SHARED = """
            (e.by_role <> 'MERCHANT'
             or exists (select 1 from case_part p where p.complaint_id = e.complaint_id and p.id = e.evidence_id
                           and cast(p.document ->> 'released' as integer) >= e.version))""";

    private final Jdbi jdbi;

    EvidenceRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether there is such a complaint for the viewer. */
    boolean isVisible(UUID complaintId, Viewer viewer) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select 1 from complaint c where c.id = :id and " + viewer.condition())
                        .bind("id", complaintId)
                        .bind("platform", viewer.platform())
                        .bind("subject", viewer.subject())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /** Adds a version. Needs the lock of the complaint's row; joins the running transaction. */
    void insert(EvidenceVersion added, String platform) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into evidence (complaint_id, evidence_id, version, platform, kind, media_type, size, sha256,
                            copy_media_type, copy_size, copy_sha256, file_name, occurred_at, note, by_role, by_id,
                            added_at)
                        values (:complaintId, :evidenceId, :version, :platform, :kind, :mediaType, :size, :sha256,
                            :copyMediaType, :copySize, :copySha256, :fileName, :occurredAt, :note, :role, :by, :addedAt)""")
                .bind("complaintId", added.complaintId())
                .bind("evidenceId", added.evidenceId())
                .bind("version", added.version())
                .bind("platform", platform)
                .bind("kind", added.kind().name())
                .bind("mediaType", added.original().type().mediaType())
                .bind("size", added.original().size())
                .bind("sha256", added.original().hash().hex())
                .bind("copyMediaType", added.copy().type().mediaType())
                .bind("copySize", added.copy().size())
                .bind("copySha256", added.copy().hash().hex())
                .bind("fileName", added.fileName().text())
                .bind("occurredAt", Rows.utc(added.occurredAt()))
                .bind("note", added.note())
                .bind("role", added.by().role().name())
                .bind("by", added.by().id())
                .bind("addedAt", Rows.utc(added.addedAt()))
                .execute());
    }

    /** Notes whether a piece shows a key fact. What was noted before stays. Joins the running transaction. */
    void insert(UUID complaintId, UUID evidenceId, Evidence.Mark mark) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into evidence_mark (complaint_id, evidence_id, key_fact, note, by_role, by_id, at)
                        values (:complaintId, :evidenceId, :keyFact, :note, :role, :by, :at)""")
                .bind("complaintId", complaintId)
                .bind("evidenceId", evidenceId)
                .bind("keyFact", mark.keyFact())
                .bind("note", mark.note())
                .bind("role", mark.by().role().name())
                .bind("by", mark.by().id())
                .bind("at", Rows.utc(mark.at()))
                .execute());
    }

    /** The number of a piece's newest version, 0 if it has none. Exact under the lock of the complaint's row. */
    int newestVersion(UUID evidenceId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select coalesce(max(version), 0) from evidence where evidence_id = :id")
                        .bind("id", evidenceId)
                        .mapTo(Integer.class)
                        .one());
    }

    /** One piece of a complaint, if the viewer sees it. */
    Optional<Evidence> find(UUID complaintId, UUID evidenceId, Viewer viewer) {
        return of(complaintId, viewer).stream()
                .filter(piece -> piece.id().equals(evidenceId))
                .findFirst();
    }

    /** All pieces of a complaint that the viewer sees, in no order; as many as the quota of a complaint lets be. */
    List<Evidence> of(UUID complaintId, Viewer viewer) {
        return jdbi.withHandle(handle -> {
            Map<UUID, Evidence.Mark> marks = marks(handle, complaintId);
            Map<UUID, List<EvidenceVersion>> pieces = new LinkedHashMap<>();
            handle.createQuery("""
                            select e.*,\s""" + SHARED + """
                                   as shared
                              from evidence e join complaint c on c.id = e.complaint_id
                             where e.complaint_id = :id and\s""" + readable(viewer.reach()) + " and " + viewer.condition()
                            + " order by e.evidence_id, e.version")
                    .bind("id", complaintId)
                    .bind("platform", viewer.platform())
                    .bind("subject", viewer.subject())
                    .map((row, context) -> version(row))
                    .forEach(version -> pieces.computeIfAbsent(version.evidenceId(), id -> new ArrayList<>())
                            .add(version));
            return pieces.entrySet().stream()
                    .map(piece -> new Evidence(piece.getValue(), marks.get(piece.getKey())))
                    .toList();
        });
    }

    private static Map<UUID, Evidence.Mark> marks(Handle handle, UUID complaintId) {
        Map<UUID, Evidence.Mark> marks = new HashMap<>();
        handle.createQuery("select * from evidence_mark where complaint_id = :id order by id")
                .bind("id", complaintId)
                .map((row, context) -> Map.entry(
                        Rows.uuid(row, "evidence_id"),
                        new Evidence.Mark(
                                row.getBoolean("key_fact"), row.getString("note"), by(row), Rows.instant(row, "at"))))
                .forEach(mark -> marks.put(mark.getKey(), mark.getValue()));
        return marks;
    }

    private static String readable(Viewer.Reach reach) {
        return switch (reach) {
            case PLATFORM -> "true";
            case SOLD_BY_CALLER -> "e.by_role = 'MERCHANT' and e.by_id = :subject";
            case OWN, FILED_BY_CALLER -> SHARED;
        };
    }

    private static EvidenceVersion version(ResultSet row) throws SQLException {
        return new EvidenceVersion(
                Rows.uuid(row, "complaint_id"),
                Rows.uuid(row, "evidence_id"),
                row.getInt("version"),
                EvidenceKind.valueOf(row.getString("kind")),
                facts(row, ""),
                facts(row, "copy_"),
                new FileName(row.getString("file_name")),
                Rows.maybeInstant(row, "occurred_at"),
                row.getString("note"),
                by(row),
                Rows.instant(row, "added_at"),
                row.getBoolean("shared"));
    }

    private static FileFacts facts(ResultSet row, String prefix) throws SQLException {
        String mediaType = row.getString(prefix + "media_type");
        ContentType type = Arrays.stream(ContentType.values())
                .filter(one -> one.mediaType().equals(mediaType))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("evidence of a type that is none: " + mediaType));
        return new FileFacts(type, row.getLong(prefix + "size"), new Sha256(row.getString(prefix + "sha256")));
    }

    private static Actor by(ResultSet row) throws SQLException {
        return new Actor(ActorRole.valueOf(row.getString("by_role")), row.getString("by_id"));
    }
}
