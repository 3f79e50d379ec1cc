package org.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.triage.FreezeConfirmed;
import org.redress.contract.triage.FreezeOrdered;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.Mood;
import org.redress.infra.platform.PlatformServer;
import org.redress.infra.platform.TestPlatform;

/** A freeze reaches a platform that misbehaves exactly once, through a crash at each step too (R21). */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.GLOBAL)
class FreezeDeliveryIT {

    private static final String STOLEN = "my account was hacked, someone is using my balance, I did not do this";
    private static final TestPlatform HUIJIN = TestPlatform.named("huijin");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Jdbi jdbi;

    @Inject
    FreezeDeliveryIT(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @AfterEach
    void platformIsGoodAgain() {
        HUIJIN.beGood();
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"GOOD", "REFUSE", "ACCEPT", "OTHER_AMOUNT"},
            mode = EnumSource.Mode.EXCLUDE)
    void anUnclearAnswerIsLookedUpAndTheFreezeIsThereOnce(Mood mood) {
        HUIJIN.onSending(mood);

        UUID complaint = file();

        Map<String, Object> freeze = awaitState(complaint, "CONFIRMED");
        assertThat(HUIJIN.effects(String.valueOf(freeze.get("id"))))
                .as("accepted orders")
                .singleElement()
                .satisfies(order -> assertThat(order.key()).isEqualTo(order.id()));
        assertThat(Wire.published(complaint, FreezeOrdered.class)).hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Wire.published(complaint, FreezeConfirmed.class))
                        .hasSize(1));
    }

    @Test
    void unclearLookUpsAreRepeatedAndNothingIsSentMeanwhile() {
        HUIJIN.onSending(Mood.HANG);
        HUIJIN.onLookUps(
                Mood.ERROR_BEFORE,
                Mood.CUT,
                Mood.GARBAGE,
                Mood.OTHER_ID,
                Mood.FLOOD,
                Mood.REDIRECT,
                Mood.BUSY,
                Mood.TRICKLE);

        UUID complaint = file();

        Map<String, Object> freeze = awaitState(complaint, "CONFIRMED");
        assertThat(HUIJIN.effects(String.valueOf(freeze.get("id")))).hasSize(1);
    }

    @Test
    void aRefusedOrderNeedsAPersonAndIsNotRepeated() {
        HUIJIN.onSending(Mood.REFUSE);

        UUID complaint = file();

        Map<String, Object> freeze = awaitState(complaint, "FAILED_NEEDS_PERSON");
        assertThat(freeze.get("failure")).isEqualTo("REFUSED 422");
        assertThat(Wire.published(complaint, FreezeConfirmed.class)).isEmpty();
    }

    @Test
    void anOutdatedFilingIsNeverFrozen() {
        ComplaintFiled old = Wire.filed(
                "huijin", STOLEN, null, Instant.now().minus(Duration.ofHours(6).plusSeconds(5)));

        Wire.file(old);

        Map<String, Object> freeze = awaitState(old.complaintId(), "FAILED_NEEDS_PERSON");
        assertThat(freeze.get("failure")).isEqualTo("OUTDATED");
        assertThat(TestPlatform.effectsFor(old.complaintId().toString())).isEmpty();
        assertThat(Wire.published(old.complaintId(), FreezeOrdered.class)).isEmpty();
    }

    /** What a process leaves that dies after claiming, before or after the platform took the order. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCrashBetweenClaimAndResultEndsWithOneOrder(boolean taken) {
        UUID complaint = confirmedComplaint();
        UUID left = UUID.randomUUID();
        if (taken) {
            HUIJIN.knowsFreeze(left.toString());
        }

        replaceFreeze(complaint, left, "SENDING", "now()", "now()");

        awaitState(complaint, "CONFIRMED");
        assertThat(HUIJIN.effects(left.toString())).hasSize(1);
    }

    @Test
    void aResultThatCouldNotBeStoredIsLookedUpNotSentAgain() {
        jdbi.useHandle(handle -> handle.execute("""
                create or replace function fail_once() returns trigger language plpgsql as $$
                begin
                    if new.state = 'CONFIRMED' and old.attempts = 1 then raise exception 'disk full'; end if;
                    return new;
                end $$;
                create trigger fail_once before update on account_freeze for each row execute function fail_once()"""));
        try {
            UUID complaint = file();

            Map<String, Object> freeze = awaitState(complaint, "CONFIRMED");
            assertThat(HUIJIN.effects(String.valueOf(freeze.get("id")))).hasSize(1);
            assertThat(freeze.get("attempts")).isEqualTo(2);
        } finally {
            jdbi.useHandle(handle -> handle.execute("drop trigger fail_once on account_freeze"));
        }
    }

    @Test
    void anOrderThatWaitedTooLongIsNotSent() {
        UUID complaint = confirmedComplaint();
        UUID left = UUID.randomUUID();

        replaceFreeze(complaint, left, "ORDERED", "now() - interval '7 hours'", "now()");

        Map<String, Object> freeze = awaitState(complaint, "FAILED_NEEDS_PERSON");
        assertThat(freeze.get("failure")).isEqualTo("OUTDATED");
        assertThat(HUIJIN.effects(left.toString())).isEmpty();
    }

    private UUID confirmedComplaint() {
        UUID complaint = file();
        awaitState(complaint, "CONFIRMED");
        return complaint;
    }

    private void replaceFreeze(UUID complaint, UUID freeze, String state, String orderedAt, String due) {
        jdbi.useTransaction(handle -> {
            handle.execute("delete from account_freeze where complaint_id = ?", complaint);
            handle.execute(
                    "insert into account_freeze (id, complaint_id, platform, account_id, reason, state, ordered_at,"
                            + " attempts, next_attempt_at) values (?, ?, 'huijin', 'u-1', 'stolen', ?, " + orderedAt
                            + ", " + (state.equals("ORDERED") ? 0 : 1) + ", " + due + ")",
                    freeze,
                    complaint,
                    state);
        });
    }

    private static UUID file() {
        ComplaintFiled filed = Wire.filed("huijin", STOLEN);
        Wire.file(filed);
        return filed.complaintId();
    }

    private Map<String, Object> awaitState(UUID complaint, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row(complaint))
                        .isNotNull()
                        .extracting(freeze -> freeze.get("state"))
                        .isEqualTo(state));
        return row(complaint);
    }

    private Map<String, Object> row(UUID complaint) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from account_freeze where complaint_id = ?")
                .bind(0, complaint)
                .mapToMap()
                .findOne()
                .orElse(Map.of("state", "none")));
    }
}
