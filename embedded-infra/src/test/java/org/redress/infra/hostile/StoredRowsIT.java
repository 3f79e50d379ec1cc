package org.redress.infra.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.redress.infra.FreePorts;
import org.redress.infra.LocalPostgres;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredRowsIT {
    private static final int WRITTEN_BY_THE_SERVICE = 200;

    private LocalPostgres postgres;
    private Connection connection;
    private StoredRows rows;

    @BeforeAll
    void open(@TempDir Path dir) throws Exception {
        postgres = LocalPostgres.start(dir.resolve("postgres"), FreePorts.next(), false);
        connection = postgres.connect();
        write("create table asked (id int)");
        write("create table by_itself (id int)");
        write("create table journal (id int)");
        rows = new StoredRows(postgres.connect(), Set.of("journal"));
    }

    @AfterAll
    void close() throws Exception {
        rows.close();
        connection.close();
        postgres.close();
    }

    @Test
    void whatAServiceWritesByItselfForAWhileIsNotLaidToTheWork() throws Exception {
        try (var service = new Busy()) {
            Map<String, String> before = rows.read();
            service.awaitAWrite();

            assertThat(rows.changedSince(before, service::awaitAWrite)).isEmpty();
            assertThat(service.written.get()).isEqualTo(WRITTEN_BY_THE_SERVICE);
        }
    }

    @Test
    void whatTheWorkWritesIsFoundBesideWhatTheServiceWrites() throws Exception {
        try (var service = new Busy()) {
            Map<String, String> before = rows.read();
            service.awaitAWrite();
            write("insert into asked values (1)");

            assertThat(rows.changedSince(before, () -> write("insert into asked values (1)")))
                    .containsExactly("asked");
        }
    }

    @Test
    void aRowThatIsChangedInPlaceAndOneThatIsRemovedAreFound() throws Exception {
        write("insert into asked select generate_series(1, 9)");
        Map<String, String> before = rows.read();
        write("update asked set id = 1");
        assertThat(rows.changedSince(before, () -> write("update asked set id = 1")))
                .containsExactly("asked");

        before = rows.read();
        write("delete from asked where ctid = (select min(ctid) from asked)");
        assertThat(rows.changedSince(
                        before, () -> write("delete from asked where ctid = (select min(ctid) from asked)")))
                .containsExactly("asked");
    }

    @Test
    void whatIsNotLookedAtAndWhatIsReadAreNoChanges() throws Exception {
        Map<String, String> before = rows.read();
        write("insert into journal values (1)");
        write("select * from asked");

        assertThat(rows.changedSince(before, () -> write("insert into journal values (1)")))
                .isEmpty();
    }

    private void write(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A service that writes on its own for most of a second. */
    private final class Busy implements AutoCloseable {
        final AtomicInteger written = new AtomicInteger();
        private final Connection own = postgres.connect();
        private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
        private final Future<?> writing = worker.scheduleWithFixedDelay(this::writeOnce, 0, 4, TimeUnit.MILLISECONDS);

        Busy() throws SQLException {}

        private void writeOnce() {
            if (written.get() == WRITTEN_BY_THE_SERVICE) {
                return;
            }
            try (var statement = own.createStatement()) {
                statement.execute("insert into by_itself values (1)");
                written.incrementAndGet();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Lasts until the service has written once more, if it still does. */
        void awaitAWrite() {
            int before = written.get();
            await().until(() -> written.get() > before || written.get() == WRITTEN_BY_THE_SERVICE);
        }

        @Override
        public void close() throws SQLException {
            writing.cancel(false);
            worker.shutdownNow();
            own.close();
        }
    }
}
