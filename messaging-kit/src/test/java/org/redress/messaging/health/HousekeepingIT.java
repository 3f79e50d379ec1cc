package org.redress.messaging.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.messaging.fixture.OwnDatabase;
import org.redress.messaging.parked.ParkedRepository;
import org.redress.messaging.testkit.MessagingSettings;

/** What is deleted when it is old, what stays however old it is, and what the gauges count. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class HousekeepingIT {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private OwnDatabase own;
    private Gauges gauges;
    private Housekeeping housekeeping;

    @BeforeEach
    void createDatabase() throws SQLException {
        own = new OwnDatabase("housekeeping_test");
        execute("truncate outbox, inbox, parked_record");
        gauges = new Gauges(own.database(), new ParkedRepository(), meters);
        housekeeping = new Housekeeping(
                MessagingSettings.of(RedressInfra.bootstrapServers(), "library", Map.of("topic", "books")),
                own.database(),
                gauges);
    }

    @AfterEach
    void closeDatabase() {
        own.close();
    }

    @Test
    void sentRowsGoAfterAWeekAndUnsentOnesNever() {
        outbox("sent young", "sent_at = now() - interval '167 hours'");
        outbox("sent old", "sent_at = now() - interval '169 hours'");
        outbox("unsent old", "occurred_at = now() - interval '1 year'");
        outbox("parked old", "parked_at = now() - interval '1 year'");
        outbox(
                "discarded young",
                "parked_at = now(), resolution = 'DISCARDED', resolved_at = now() - interval '89 days'");
        outbox(
                "discarded old",
                "parked_at = now(), resolution = 'DISCARDED', resolved_at = now() - interval '91 days'");

        housekeeping.clean();

        assertThat(texts("select aggregate_id from outbox order by id"))
                .containsExactly("sent young", "unsent old", "parked old", "discarded young");
    }

    @Test
    void handledEventIdsGoWhenTheirEventsWouldBeParkedAsTooOld() {
        execute("""
                insert into inbox select 'library', gen_random_uuid(), now() - interval '719 hours'
                from generate_series(1, 3)""");
        execute("""
                insert into inbox select 'library', gen_random_uuid(), now() - interval '721 hours'
                from generate_series(1, 2500)""");

        housekeeping.clean();

        assertThat(texts("select event_id from inbox"))
                .as("2,500 in sets of 1,000")
                .hasSize(3);
    }

    @Test
    void parkedRecordsGoNinetyDaysAfterTheyWereResolvedAndOpenOnesStay() {
        parked("open", "parked_at = now() - interval '1 year'");
        parked("young", "resolution = 'REPLAYED', resolved_at = now() - interval '89 days'");
        parked("old", "resolution = 'DISCARDED', resolved_at = now() - interval '91 days'");

        housekeeping.clean();

        assertThat(texts("select subject from parked_record order by parked_at"))
                .containsExactly("open", "young");
    }

    @Test
    void aRowThatSomebodyHoldsIsLeftForTheNextTurn() {
        outbox("held", "sent_at = now() - interval '8 days'");
        outbox("free", "sent_at = now() - interval '8 days'");

        own.database().jdbi().useTransaction(holder -> {
            holder.execute("select 1 from outbox where aggregate_id = 'held' for update");
            // On a thread and so in a transaction of its own.
            CompletableFuture.runAsync(housekeeping::clean).join();
        });
        assertThat(texts("select aggregate_id from outbox")).containsExactly("held");

        housekeeping.clean();
        assertThat(texts("select aggregate_id from outbox")).isEmpty();
    }

    @Test
    void gaugesCountWhatWaitsAndWhatIsSetAside() {
        outbox("sent", "sent_at = now()");
        outbox("waiting", "occurred_at = now() - interval '90 seconds'");
        outbox("waiting too", "occurred_at = now()");
        outbox("refused", "parked_at = now()");
        parked("unreadable", "reason = 'unreadable'");
        parked("replayed", "resolution = 'REPLAYED', resolved_at = now()");

        gauges.take();

        assertThat(gauge("outbox.unsent")).isEqualTo(2);
        assertThat(gauge("outbox.oldest.age")).isBetween(90.0, 150.0);
        assertThat(gauge("parked.records")).isEqualTo(2);
    }

    @Test
    void gaugesOfAnEmptyDatabaseAreZero() {
        gauges.take();

        assertThat(List.of(gauge("outbox.unsent"), gauge("outbox.oldest.age"), gauge("parked.records")))
                .containsOnly(0.0);
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private void outbox(String name, String state) {
        own.database().jdbi().useHandle(handle -> {
            handle.createUpdate("""
                            insert into outbox (event_id, aggregate_id, shard, sequence, type, source, platform, payload)
                            values (gen_random_uuid(), :name, 3, 1, 't', '/redress/library', 'town', '{}')""").bind("name", name).execute();
            handle.createUpdate("update outbox set " + state + " where aggregate_id = :name")
                    .bind("name", name)
                    .execute();
        });
    }

    private void parked(String name, String state) {
        own.database().jdbi().useHandle(handle -> {
            handle.createUpdate("""
                            insert into parked_record (id, consumer, topic, partition_number, record_offset, record_time,
                                headers, value_size, subject, reason)
                            values (gen_random_uuid(), 'library', :name, 0, 0, 0, '', 0, :name, 'planned')""").bind("name", name).execute();
            handle.createUpdate("update parked_record set " + state + " where subject = :name")
                    .bind("name", name)
                    .execute();
        });
    }

    private void execute(String sql) {
        own.database().jdbi().useHandle(handle -> handle.execute(sql));
    }

    private List<String> texts(String sql) {
        return own.database()
                .jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
