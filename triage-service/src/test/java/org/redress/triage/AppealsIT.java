package org.redress.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.Actor;
import org.redress.contract.ActorRole;
import org.redress.contract.Tier;
import org.redress.contract.intake.AppealDecided;
import org.redress.contract.intake.AppealFiled;
import org.redress.contract.intake.AppealOutcome;
import org.redress.contract.intake.AppealWithdrawn;
import org.redress.contract.intake.ComplaintFiled;
import org.redress.contract.intake.ComplaintUrged;
import org.redress.contract.intake.DecisionIssued;
import org.redress.contract.intake.DecisionOutcome;
import org.redress.contract.intake.IntakeEvent;
import org.redress.contract.triage.ComplaintAssigned;
import org.redress.infra.RedressInfra;
import org.redress.infra.platform.PlatformServer;
import org.redress.messaging.IncomingEvent;

/** Appeals move a complaint to the team above, to someone who did not decide it (R31, R33). */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.GLOBAL)
class AppealsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String QUESTION = "请问发票怎么开";

    private final Jdbi jdbi;
    private final String platform = "ap-" + UUID.randomUUID();
    private final ComplaintFiled filed = Wire.filed(platform, QUESTION);
    private final UUID id = filed.complaintId();

    @Inject
    AppealsIT(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Test
    void anAppealMovesToTheTeamItGoesToAndStaysThereWhenItEnds() {
        Wire.file(filed);
        String first = triaged("owner");
        UUID appeal = UUID.randomUUID();
        Wire.happen(filed, decision(first));
        var told = Wire.happen(filed, appeal(appeal, 1, Tier.SENIOR));
        await().atMost(PATIENCE).until(() -> triaged("tier").equals("SENIOR"));
        String second = triaged("owner");
        Wire.happen(filed, decided(appeal, second));
        Wire.send("complaint-events", Wire.again(told));
        Wire.happen(filed, appeal(UUID.randomUUID(), 2, Tier.SPECIAL_TEAM));
        await().atMost(PATIENCE).until(() -> triaged("tier").equals("SPECIAL_TEAM"));

        assertThat(List.of(first, second, triaged("owner"))).doesNotHaveDuplicates();
        assertThat(load()).isEqualTo(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Wire.published(id, ComplaintAssigned.class))
                        .extracting(assigned -> assigned.tier() + " " + assigned.cause())
                        .containsExactly("JUNIOR TRIAGED", "SENIOR APPEALED", "SPECIAL_TEAM APPEALED"));
    }

    @Test
    void whoDecidedDoesNotGetTheAppealThoughTheCaseIsAtItsTeam() {
        Wire.file(filed);
        Wire.escalate(platform, id, Tier.SPECIAL_TEAM);
        await().atMost(PATIENCE).until(() -> triaged("tier").equals("SPECIAL_TEAM"));
        String owner = triaged("owner");
        Wire.happen(filed, appeal(UUID.randomUUID(), 1, null));
        await().atMost(PATIENCE).until(() -> triaged("tier").equals("MEDIATION_PANEL"));
        String panel = triaged("owner");
        // Told late: the panel's only member decided before.
        Wire.happen(filed, decision(panel));
        await().atMost(PATIENCE).until(() -> !triaged("owner").equals(panel));

        assertThat(triaged("owner")).isNotIn(owner, panel);
        assertThat(triaged("tier")).isEqualTo("MEDIATION_PANEL");
        assertThat(load()).isEqualTo(1);
    }

    @Test
    void aWithdrawnAppealThatIsReadBeforeItsFilingMovesNothing() {
        Wire.file(filed);
        UUID appeal = UUID.randomUUID();
        Wire.happen(filed, new AppealWithdrawn(id, appeal, Wire.COMPLAINANT, Instant.now()));
        Wire.happen(filed, appeal(appeal, 1, Tier.SENIOR));
        Wire.happen(filed, new ComplaintUrged(id, 1, null, Wire.COMPLAINANT, Instant.now()));
        await().atMost(PATIENCE)
                .until(() -> PathIT.triaged(platform, id).getList("raises").size() == 1);

        assertThat(triaged("tier")).isEqualTo("JUNIOR");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everythingTwiceAndShuffledEndsAtTheTeamOfTheOpenAppealWithNobodyWhoDecided(long seed) {
        UUID first = UUID.randomUUID();
        List<IncomingEvent> told = new ArrayList<>();
        told.add(envelope(filed));
        told.add(envelope(decision(platform + "-a5")));
        told.add(envelope(appeal(first, 1, Tier.SENIOR)));
        told.add(envelope(decided(first, platform + "-a8")));
        told.add(envelope(decision(platform + "-a8")));
        told.add(envelope(appeal(UUID.randomUUID(), 2, Tier.SPECIAL_TEAM)));
        told.addAll(told.stream().map(Wire::again).toList());
        Collections.shuffle(told, new Random(seed));
        told.forEach(event -> Wire.send("complaint-events", event));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled(told)).isEqualTo(told.size()));
        assertThat(triaged("tier")).isEqualTo("SPECIAL_TEAM");
        assertThat(triaged("owner")).isEqualTo(platform + "-a9");
        assertThat(load()).isEqualTo(1);
    }

    private IncomingEvent envelope(IntakeEvent event) {
        return Wire.envelope("/redress/intake", id, platform, event);
    }

    private int handled(List<IncomingEvent> told) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from inbox where event_id = any(:ids)")
                .bindArray(
                        "ids", UUID.class, told.stream().map(IncomingEvent::id).toArray())
                .mapTo(Integer.class)
                .one());
    }

    private String triaged(String field) {
        return PathIT.triaged(platform, id).getString(field);
    }

    private int load() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select sum(open_cases) from agent where platform = :platform")
                        .bind("platform", platform)
                        .mapTo(Integer.class)
                        .one());
    }

    private AppealFiled appeal(UUID appeal, int round, @Nullable Tier tier) {
        return new AppealFiled(id, appeal, UUID.randomUUID(), round, tier, Wire.COMPLAINANT, Instant.now());
    }

    private AppealDecided decided(UUID appeal, String by) {
        return new AppealDecided(
                id, appeal, AppealOutcome.UPHELD, null, null, new Actor(ActorRole.AGENT, by), Instant.now());
    }

    private DecisionIssued decision(String by) {
        Instant now = Instant.now();
        return new DecisionIssued(
                id,
                UUID.randomUUID(),
                DecisionOutcome.NOT_SUPPORTED,
                List.of("R1"),
                null,
                null,
                null,
                null,
                now,
                null,
                new Actor(ActorRole.AGENT, by),
                now);
    }
}
