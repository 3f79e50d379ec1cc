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
import org.redress.infra.platform.Mood;
import org.redress.infra.platform.PlatformServer;
import org.redress.infra.platform.TestPlatform;
import org.redress.intake.sellingplatform.PlatformAnswer.Answered;
import org.redress.intake.sellingplatform.PlatformAnswer.NotSent;
import org.redress.intake.sellingplatform.PlatformAnswer.Unclear;

@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = PlatformServer.class, scope = TestResourceScope.MATCHING_RESOURCES)
class SellingPlatformsIT {
    @Inject
    SellingPlatforms platforms;

    /** A platform that no other test has failed at. */
    private final String platform = "p-" + UUID.randomUUID().toString().substring(0, 8);

    private final TestPlatform backend = TestPlatform.named(platform);

    @Test
    void anOrderIsAnswered() {
        backend.knowsOrder("Q-1", TestPlatform.order("Q-1", "u-1", "PAID", "9.90"));
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
        assertThat(backend.asked()).containsExactly("/platforms/" + platform + "/orders/" + sent);
    }

    @ParameterizedTest
    @CsvSource({".", ".."})
    void directionsAreNotAsked(String orderNo) {
        assertThat(order(orderNo)).isInstanceOf(Answered.class);
        assertThat(backend.asked()).isEmpty();
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
        backend.always(mood);
        Instant begun = Instant.now();
        assertThat(order("Q-1"))
                .isInstanceOfSatisfying(
                        Unclear.class, unclear -> assertThat(unclear.what()).isEqualTo(what));
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(TestPlatform.named("elsewhere").asked()).isEmpty();
    }

    @Test
    void aPlatformThatFailsIsLeftAloneAndTriedAgainLater() {
        backend.always(Mood.ERROR);
        for (int i = 0; i < 6; i++) {
            assertThat(order("Q-1")).isInstanceOf(Unclear.class);
        }
        int asked = backend.asked().size();
        assertThat(order("Q-1")).isInstanceOf(NotSent.class);
        assertThat(backend.asked()).hasSize(asked);

        String other = platform + "x";
        TestPlatform.named(other).knowsOrder("Q-1", TestPlatform.order("Q-1", "u-1", "PAID", "9.90"));
        assertThat(platforms.get(other, List.of("orders", "Q-1"), Map.of())).isInstanceOf(Answered.class);

        backend.always(Mood.GOOD);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(order("Q-1")).isInstanceOf(Answered.class));
    }

    private PlatformAnswer order(String orderNo) {
        return platforms.get(platform, List.of("orders", orderNo), Map.of("account", "u-1"));
    }
}
