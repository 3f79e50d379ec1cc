package org.redress.messaging.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;
import org.redress.messaging.database.MessagingDatabase;
import org.redress.messaging.parked.ParkedRepository;

/** Figures of the kit's tables, taken every few seconds so that a scrape never asks the database. Thread-safe. */
@Singleton
class Gauges {
    private final MessagingDatabase database;
    private final ParkedRepository parkedRows;
    private volatile long unsent;
    private volatile double oldestAge;
    private volatile long parked;

    Gauges(MessagingDatabase database, ParkedRepository parkedRows, MeterRegistry meters) {
        this.database = database;
        this.parkedRows = parkedRows;
        Gauge.builder("outbox.unsent", this, g -> g.unsent)
                .description("Events that wait to be sent")
                .register(meters);
        Gauge.builder("outbox.oldest.age", this, g -> g.oldestAge)
                .baseUnit("seconds")
                .description("How long the oldest of them has waited")
                .register(meters);
        Gauge.builder("parked.records", this, g -> g.parked)
                .description("Records set aside that nobody has replayed or discarded")
                .register(meters);
    }

    long unsent() {
        return unsent;
    }

    long parked() {
        return parked;
    }

    /** Takes the figures; throws what the database throws. */
    void take() {
        database.jdbi().useHandle(this::take);
    }

    private void take(Handle handle) {
        var outbox = handle.createQuery("""
                        select count(*) as unsent,
                               coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0) as age
                        from outbox where sent_at is null and parked_at is null""")
                .map((row, context) -> new double[] {row.getLong("unsent"), row.getDouble("age")})
                .one();
        unsent = (long) outbox[0];
        oldestAge = Math.max(0, outbox[1]);
        parked = parkedRows.count(handle);
    }
}
