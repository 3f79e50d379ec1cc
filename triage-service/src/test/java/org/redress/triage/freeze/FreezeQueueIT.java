package org.redress.triage.freeze;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.PlatformServer;
import org.redress.triage.freeze.FreezeQueue.Claimed;

/** How long a row is left alone; in transactions that nobody else sees and that come to nothing. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.GLOBAL)
class FreezeQueueIT {
    private static final Duration CLAIM = Duration.ofMinutes(10);
    private static final Duration MAX_AGE = Duration.ofHours(6);

    private final FreezeQueue queue;
    private final Jdbi jdbi;
    private final UUID freeze = UUID.randomUUID();

    @Inject
    FreezeQueueIT(FreezeQueue queue, Jdbi jdbi) {
        this.queue = queue;
        this.jdbi = jdbi;
    }

    /** Due longer than any other. */
    @BeforeEach
    void order() {
        QuarkusTransaction.begin();
        UUID complaint = UUID.randomUUID();
        jdbi.useHandle(handle -> {
            handle.execute("insert into agent (platform, id, tier) values ('huijin', ?, 'JUNIOR')", "a-" + freeze);
            handle.execute(
                    "insert into triaged_complaint (complaint_id, platform, complainant_id, filed_at, revision, queue, tier, owner,"
                            + " assigned_at) values (?, 'huijin', 'u-1', now(), 1, 'q', 'JUNIOR', ?, now())",
                    complaint,
                    "a-" + freeze);
            handle.execute(
                    "insert into account_freeze (id, complaint_id, platform, account_id, reason, state, ordered_at, next_attempt_at)"
                            + " values (?, ?, 'huijin', 'u-1', 'stolen', 'ORDERED', now(), timestamptz '2000-01-01')",
                    freeze,
                    complaint);
        });
    }

    @AfterEach
    void comeToNothing() {
        QuarkusTransaction.rollback();
    }

    @Test
    void aClaimLastsAsLongAsItSays() {
        Claimed claimed = claim();

        assertThat(claimed.id()).isEqualTo(freeze);
        assertThat(claimed.attempt()).isEqualTo(1);
        assertThat(row()).containsEntry("state", "SENDING").containsEntry("left_alone", CLAIM.toSeconds());
    }

    @Test
    void anUnclearEndIsLeftAloneAsLongAsItSays() {
        Claimed claimed = claim();

        queue.unknown(claimed, Duration.ofHours(2));

        assertThat(row()).containsEntry("state", "UNKNOWN").containsEntry("left_alone", 7_200L);
    }

    @Test
    void whatAnEarlierAttemptWritesChangesNothing() {
        Claimed lost = claim();
        jdbi.useHandle(handle -> handle.execute(
                "update account_freeze set next_attempt_at = timestamptz '2000-01-01' where id = ?", freeze));
        Claimed now = claim();
        Map<String, Object> before = row();

        queue.unknown(lost, Duration.ofHours(2));
        queue.failed(lost, "REFUSED 422");

        assertThat(now.attempt()).isEqualTo(2);
        assertThat(now.fresh()).isFalse();
        assertThat(queue.sending(lost, Duration.ofHours(2))).isFalse();
        assertThat(queue.confirmed(lost, "FZ-1")).isEmpty();
        assertThat(row()).isEqualTo(before);
    }

    private Claimed claim() {
        return queue.claim(CLAIM, MAX_AGE).orElseThrow();
    }

    /** {@code now()} stands still in a transaction. */
    private Map<String, Object> row() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select state, attempts, cast(extract(epoch from next_attempt_at - now()) as bigint) as left_alone
                        from account_freeze where id = ?""").bind(0, freeze).mapToMap().one());
    }
}
