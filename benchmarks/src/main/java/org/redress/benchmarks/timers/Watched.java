package org.redress.benchmarks.timers;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.redress.benchmarks.ground.Database;

/** Arms clocks for a running service and says, from the commits' own times, when their levels were fired. */
final class Watched {
    /** Arming goes on for less than this for each hundred thousand. */
    private static final Duration LEAD_PER_100_000 = Duration.ofSeconds(20);

    /** Numbers are given out before their rows are seen, and asking for the last one disturbs nobody. */
    static final String LAST_EVENT =
            "select coalesce(pg_sequence_last_value(cast(pg_get_serial_sequence('outbox', 'id') as regclass)), 0)";

    private final Database database;
    private Instant due = Instant.EPOCH;
    private double eventsBefore;
    private int levels;

    Watched(Database database) {
        this.database = database;
    }

    /** Arms so many, the n-th due n intervals after the first. Returns when the first is due, some time ahead. */
    Instant arm(int count, String interval) throws SQLException {
        levels = count;
        eventsBefore = database.number(LAST_EVENT);
        due = Instant.now()
                .plusSeconds(3)
                .plus(LEAD_PER_100_000.multipliedBy(count).dividedBy(100_000));
        new ArmedClocks(database).arm(count, due, interval);
        if (Instant.now().isAfter(due)) {
            throw new IllegalStateException("arming took too long to measure what falls due");
        }
        return due;
    }

    /** Waits until each has its event, and checks that each fired once. */
    void awaitFired() throws SQLException {
        database.await(eventsBefore + levels, LAST_EVENT);
        database.await(levels, "select count(*) from outbox where id > ?", eventsBefore);
        double fired =
                database.number("select count(*) from fired_level where fires_at >= ?", ArmedClocks.timestamp(due));
        double events = database.number("select count(*) from outbox where id > ?", eventsBefore);
        if (fired != levels || events != levels) {
            throw new IllegalStateException(
                    "of " + levels + " levels " + fired + " were fired, with " + events + " events");
        }
    }

    /** Seconds from the first due time to the last commit. */
    double seconds() throws SQLException {
        return database.number("""
                select extract(epoch from max(pg_xact_commit_timestamp(xmin)) - min(fires_at)) from fired_level
                where fires_at >= ?""", ArmedClocks.timestamp(due));
    }

    /** Milliseconds from each level's due time to the commit that holds its event. */
    List<Double> lateness() throws SQLException {
        return database.numbers("""
                select extract(epoch from pg_xact_commit_timestamp(xmin) - fires_at) * 1000 from fired_level
                where fires_at >= ?""", ArmedClocks.timestamp(due));
    }

    /** Seconds from the first due time to the last event's acknowledgement by the broker. */
    double secondsToBroker() throws SQLException {
        database.await(levels, "select count(*) from outbox where id > ? and sent_at is not null", eventsBefore);
        return database.number(
                "select extract(epoch from max(sent_at) - cast(? as timestamptz)) from outbox where id > ?",
                ArmedClocks.timestamp(due),
                eventsBefore);
    }
}
