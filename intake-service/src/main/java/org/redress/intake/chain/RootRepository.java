package org.redress.intake.chain;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Roots in the database: inserted, never changed. Methods join the running transaction. */
@ApplicationScoped
class RootRepository {
    private static final long LOCK = 0x7265_6472_6573_7331L;

    private final Jdbi jdbi;

    RootRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What the next root begins with.
     *
     * @param number the last root's, 0 if there is none
     * @param hash the last root's
     * @param throughXid where it ended
     */
    record Last(long number, Digest hash, long throughXid) {}

    /**
     * Which entries a root is over, by the transactions that wrote them.
     *
     * @param from the first
     * @param to behind the last
     * @param now the database's time
     */
    record Reach(long from, long to, Instant now) {}

    /** Lets one instance at a time make roots, until the transaction ends; false if another does. */
    boolean lock() {
        return jdbi.withHandle(handle -> handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one());
    }

    Last last() {
        return newest().map(row -> new Last(
                        row.signed().root().number(), row.signed().root().digest(), row.throughXid()))
                .orElse(new Last(0, Digest.NONE, Long.MIN_VALUE));
    }

    /** The number of the newest root, 0 if there is none. */
    long newestNumber() {
        return newest().map(row -> row.signed().root().number()).orElse(0L);
    }

    /**
     * How far the next root goes: over about that many entries, and none of a transaction that may still be running. A
     * database that was copied into a new cluster counts transactions from the start again; then everything is gone over
     * once more.
     */
    Reach reach(long lastXid, int entries) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with bounds as (select case when :last > x.low then :least else :last end as low, x.low as high
                          from (select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as low) x)
                        select b.low, now() as now, least(b.high, coalesce(1 +
                               (select t.recorded_xid from timeline_entry t
                                 where t.recorded_xid >= b.low and t.recorded_xid < b.high
                                 order by t.recorded_xid offset :entries limit 1), b.high)) as high
                          from bounds b""")
                .bind("last", lastXid)
                .bind("least", Long.MIN_VALUE)
                .bind("entries", entries - 1)
                .map((row, context) -> new Reach(
                        row.getLong("low"),
                        row.getLong("high"),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .one());
    }

    /** Where the chains end that grew within reach, by complaint. */
    List<Head> heads(Reach reach) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct on (complaint_id) complaint_id, position, hash as head from timeline_entry
                         where recorded_xid >= :from and recorded_xid < :to
                         order by complaint_id, position desc""")
                .bind("from", reach.from())
                .bind("to", reach.to())
                .map((row, context) -> head(row))
                .list());
    }

    void insert(SignedRoot signed, List<Head> heads, long throughXid) {
        Root root = signed.root();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into chain.root (number, at, previous, leaves, merkle, key, signature, through_xid)
                            values (:number, :at, :previous, :leaves, :merkle, :key, :signature, :throughXid)""")
                    .bind("number", root.number())
                    .bind("at", root.at().atOffset(ZoneOffset.UTC))
                    .bind("previous", root.previous().bytes())
                    .bind("leaves", root.leaves())
                    .bind("merkle", root.merkle().bytes())
                    .bind("key", signed.key())
                    .bind("signature", signed.signature())
                    .bind("throughXid", throughXid)
                    .execute();
            PreparedBatch batch = handle.prepareBatch("""
                    insert into chain.leaf (root, place, complaint_id, position, head)
                    values (:root, :place, :complaint, :position, :head)""");
            for (Head head : heads) {
                batch.bind("root", root.number())
                        .bind("place", batch.size())
                        .bind("complaint", head.complaint())
                        .bind("position", head.position())
                        .bind("head", head.hash().bytes())
                        .add();
            }
            batch.execute();
        });
    }

    Optional<SignedRoot> find(long number) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from chain.root where number = :number")
                .bind("number", number)
                .map((row, context) -> signed(row))
                .findOne());
    }

    /** The heads a root is over, in the order of its leaves. */
    List<Head> leaves(long root) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select complaint_id, position, head from chain.leaf where root = :root order by place")
                .bind("root", root)
                .map((row, context) -> head(row))
                .list());
    }

    /** What the database says roots attest of a complaint, oldest first. */
    List<Anchor> anchors(UUID complaint) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select root, position, head from chain.leaf where complaint_id = :complaint order by root")
                .bind("complaint", complaint)
                .map((row, context) ->
                        new Anchor(row.getLong("root"), row.getInt("position"), Digest.of(row.getBytes("head"))))
                .list());
    }

    /** A row of {@code chain.root}. */
    private record Row(SignedRoot signed, long throughXid) {}

    private Optional<Row> newest() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from chain.root order by number desc limit 1")
                .map((row, context) -> new Row(signed(row), row.getLong("through_xid")))
                .findOne());
    }

    private static SignedRoot signed(ResultSet row) throws SQLException {
        var root = new Root(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Digest.of(row.getBytes("previous")),
                row.getInt("leaves"),
                Digest.of(row.getBytes("merkle")));
        return new SignedRoot(root, row.getString("key"), row.getString("signature"));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getObject("complaint_id", UUID.class), row.getInt("position"), Digest.of(row.getBytes("head")));
    }
}
