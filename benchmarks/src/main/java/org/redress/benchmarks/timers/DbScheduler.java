package org.redress.benchmarks.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.redress.benchmarks.ground.Database;
import org.redress.benchmarks.ground.Ground;

/**
 * The peer: db-scheduler on the same server, in this process. Each execution does one insert, as its users' handlers would do
 * at least; the library removes the task in a second transaction.
 */
final class DbScheduler implements AutoCloseable {
    /** Name and version, as the figures name it. */
    static final String NAME = "db-scheduler 16.12.0";

    private static final String TASK = "level";
    private static final String TABLES = """
            create table scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea,
                execution_time timestamptz not null, picked boolean not null, picked_by text, last_success timestamptz,
                last_failure timestamptz, consecutive_failures integer, last_heartbeat timestamptz, version bigint not null,
                priority smallint, primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            create table fired (id bigint generated always as identity primary key, task_instance text not null)""";

    private final Database database;
    private final AgroalDataSource pool;
    private final int threads;
    private final AtomicInteger executed = new AtomicInteger();
    private final AtomicInteger armed = new AtomicInteger();
    private final OneTimeTask<Void> task;

    DbScheduler(Database database, int threads) throws SQLException {
        this.database = database;
        this.threads = threads;
        this.pool = pool(database.url(), threads + 4);
        this.task = Tasks.oneTime(TASK).execute((instance, context) -> execute(instance));
        database.run(TABLES);
    }

    /** Arms so many that do not fall due while anybody measures. */
    void armFarAhead(int count) throws SQLException {
        arm(count, Instant.now().plusSeconds(30L * 24 * 3600), "1 second");
        database.run("vacuum (analyze) scheduled_tasks");
    }

    /** Arms so many, the n-th due at {@code due} and n intervals. Not through the library: this is not measured. */
    void arm(int count, Instant due, String interval) throws SQLException {
        int from = armed.getAndAdd(count);
        database.run("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select '%s', cast(? as integer) + n, cast(? as timestamptz) + n * cast(? as interval), false, 1
                from generate_series(0, cast(? as integer) - 1) as n""".formatted(TASK), from, ArmedClocks.timestamp(due), interval, count);
    }

    /** Fires what is due; seconds from the time it is due to the last insert's commit. */
    double secondsToFire(int levels, Instant due) throws SQLException, InterruptedException {
        executed.set(0);
        double before = database.number("select coalesce(max(id), 0) from fired");
        Scheduler scheduler = scheduler();
        try {
            scheduler.start();
            while (executed.get() < levels) {
                Thread.sleep(10);
            }
        } finally {
            scheduler.stop();
        }
        double seconds = database.number(
                "select extract(epoch from max(pg_xact_commit_timestamp(xmin)) - cast(? as timestamptz)) from fired where id > ?",
                ArmedClocks.timestamp(due),
                before);
        if (database.number("select count(*) from fired where id > ?", before) != levels) {
            throw new IllegalStateException("not each level was inserted once");
        }
        return seconds;
    }

    /** Timers a second that {@code scheduleBatch} arms. */
    double scheduleBatch(int count) {
        int from = armed.getAndAdd(count);
        Instant due = Instant.now().plusSeconds(60L * 24 * 3600);
        long start = System.nanoTime();
        scheduler()
                .scheduleBatch(
                        IntStream.range(from, from + count).mapToObj(n -> task.instance(Integer.toString(n))), due);
        return count / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        database.close();
    }

    private Scheduler scheduler() {
        return Scheduler.create(pool, task)
                .threads(threads)
                .pollUsingLockAndFetch(1.0, 4.0)
                .pollingInterval(Duration.ofMillis(50))
                .build();
    }

    private void execute(TaskInstance<Void> instance) {
        try (var connection = pool.getConnection();
                var insert = connection.prepareStatement("insert into fired (task_instance) values (?)")) {
            insert.setString(1, instance.getId());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        executed.incrementAndGet();
    }

    private static AgroalDataSource pool(String url, int size) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(configuration -> configuration
                        .maxSize(size)
                        .acquisitionTimeout(Duration.ofSeconds(10))
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal(Ground.USER))
                                .jdbcProperty("reWriteBatchedInserts", "true"))));
    }
}
