package org.redress.intake.sellingplatform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.infra.RedressInfra;
import org.redress.intake.sellingplatform.PlatformAnswer.Answered;
import org.redress.intake.sellingplatform.PlatformAnswer.NotSent;
import org.redress.intake.sellingplatform.PlatformAnswer.Unclear;
import org.redress.intake.sellingplatform.StandInPlatform.Mood;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = StandInPlatform.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SellingPlatformsIT {
    @Inject
    SellingPlatforms platforms;

    /** A platform that no other test has failed at. */
    private final String platform = "p-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void anOrderIsAnswered() {
        StandInPlatform.knows(platform, "Q-1", StandInPlatform.order("Q-1", "u-1", "PAID", "9.90"));
        assertThat(order("Q-1"))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.body().path("amount").asText())
                                .isEqualTo("9.90"));
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertThat(order("nothing"))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answered -> assertThat(answered.absent()).isTrue());
    }

    /** An order's number is one segment of the path, whatever is in it; "." and ".." are never sent as directions. */
    @ParameterizedTest
    @CsvSource({
        "a/b, a%2Fb",
        "../../admin, ..%2F..%2Fadmin",
        "a?b#c, a%3Fb%23c",
        "a b+c, a%20b%2Bc",
        "订单, %E8%AE%A2%E5%8D%95"
    })
    void aNumberIsOneSegment(String orderNo, String sent) {
        order(orderNo);
        assertThat(StandInPlatform.asked(platform)).containsExactly("/platforms/" + platform + "/orders/" + sent);
    }

    @ParameterizedTest
    @CsvSource({".", ".."})
    void directionsAreNotAsked(String orderNo) {
        assertThat(order(orderNo)).isInstanceOf(Answered.class);
        assertThat(StandInPlatform.asked(platform)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HANG, timeout",
        "TRICKLE, timeout",
        "CUT, no answer",
        "ERROR, status 500",
        "REDIRECT, status 302",
        "BUSY, status 429",
        "GARBAGE, no JSON object",
        "NO_OBJECT, no JSON object",
        "FLOOD, no answer"
    })
    void troubleIsUnclearAndSoon(Mood mood, String what) {
        StandInPlatform.mood(platform, mood);
        Instant begun = Instant.now();
        assertThat(order("Q-1"))
                .isInstanceOfSatisfying(
                        Unclear.class, unclear -> assertThat(unclear.what()).isEqualTo(what));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(StandInPlatform.asked("elsewhere")).isEmpty();
    }

    @Test
    void aPlatformThatFailsIsLeftAloneAndTriedAgainLater() {
        StandInPlatform.mood(platform, Mood.ERROR);
        for (int i = 0; i < 6; i++) {
            assertThat(order("Q-1")).isInstanceOf(Unclear.class);
        }
        int asked = StandInPlatform.asked(platform).size();
        assertThat(order("Q-1")).isInstanceOf(NotSent.class);
        assertThat(StandInPlatform.asked(platform)).hasSize(asked);

        String other = platform + "x";
        StandInPlatform.knows(other, "Q-1", StandInPlatform.order("Q-1", "u-1", "PAID", "9.90"));
        assertThat(platforms.get(other, List.of("orders", "Q-1"), Map.of())).isInstanceOf(Answered.class);

        StandInPlatform.mood(platform, Mood.GOOD);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(order("Q-1")).isInstanceOf(Answered.class));
    }

    private PlatformAnswer order(String orderNo) {
        return platforms.get(platform, List.of("orders", orderNo), Map.of("account", "u-1"));
    }
}
