package org.redress.intake.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.Demand;
import org.redress.intake.complaint.DemandType;
import org.redress.intake.complaint.Money;
import org.redress.intake.complaint.Severity;
import org.redress.intake.order.OrderFacts;
import org.redress.intake.order.OrderState;
import org.redress.intake.platform.FastLaneClaim;
import org.redress.intake.platform.PlatformProfile;

class CompletenessTest {
    private static final Set<String> ALL_FIELDS =
            Set.of("description", "occurredAt", "amount", "impact", "category", "merchantId", "productId");

    private static final BigDecimal MOST = new BigDecimal("50.00");

    @Test
    void anEmptyFormLacksWhatTheCategoryNeeds() {
        List<MissingNeed> missing = missing("qihui", Category.NOT_DELIVERED, Set.of(), Set.of(), Holding.ASKED);
        assertThat(items(missing))
                .containsExactly(
                        "description", "occurredAt", "impact", "amount", "ORDER_PAGE", "PAYMENT_RECORD", "BALANCE");
        assertThat(missing.stream()
                        .filter(MissingNeed::heldByPlatform)
                        .map(m -> m.need().item()))
                .containsExactly("ORDER_PAGE", "PAYMENT_RECORD");
    }

    @Test
    void withoutACategoryOnlyWhatAllNeedIsMissing() {
        assertThat(items(missing("qihui", null, Set.of(), Set.of(), Holding.ASKED)))
                .containsExactly("description", "occurredAt", "ORDER_PAGE");
    }

    @Test
    void whatThePlatformToldIsNotMissing() {
        assertThat(items(missing("qihui", Category.NOT_DELIVERED, ALL_FIELDS, Set.of(), Holding.HELD)))
                .containsExactly("BALANCE");
    }

    @Test
    void anOrderWithoutAPaymentDoesNotShowOne() {
        List<MissingNeed> missing = missing("qihui", Category.NOT_DELIVERED, ALL_FIELDS, Set.of(), Holding.HELD_UNPAID);
        assertThat(items(missing)).containsExactly("PAYMENT_RECORD", "BALANCE");
        assertThat(missing).noneMatch(MissingNeed::heldByPlatform);
    }

    @Test
    void whereThePlatformCannotBeCountedOnTheUserIsAsked() {
        List<MissingNeed> missing = missing("qihui", Category.NOT_DELIVERED, ALL_FIELDS, Set.of(), Holding.NOT_HELD);
        assertThat(items(missing)).containsExactly("ORDER_PAGE", "PAYMENT_RECORD", "BALANCE");
        assertThat(missing).noneMatch(MissingNeed::heldByPlatform);
    }

    @Test
    void evidenceThatCameInIsNotMissing() {
        assertThat(missing("qihui", Category.NOT_DELIVERED, ALL_FIELDS, EnumSet.of(EvidenceKind.BALANCE), Holding.HELD))
                .isEmpty();
    }

    @Test
    void aMicroClaimNeedsNothingButWhatThePlatformHolds() throws IOException {
        Given micro = given(Category.NOT_DELIVERED, Set.of("amount"), Set.of(), "10.00", Holding.ASKED);
        assertThat(Completeness.missing(profile("qihui"), MOST, micro)).allMatch(MissingNeed::heldByPlatform);
        Given more = given(Category.NOT_DELIVERED, Set.of("amount"), Set.of(), "10.01", Holding.ASKED);
        assertThat(Completeness.missing(profile("qihui"), MOST, more)).anyMatch(missing -> !missing.heldByPlatform());
        Given other = given(Category.NOT_AS_DESCRIBED, Set.of("amount"), Set.of(), "10.00", Holding.ASKED);
        assertThat(Completeness.missing(profile("qihui"), MOST, other)).anyMatch(missing -> !missing.heldByPlatform());
        Given alone = given(Category.NOT_DELIVERED, Set.of("amount"), Set.of(), "10.00", Holding.NOT_HELD);
        assertThat(Completeness.missing(profile("qihui"), MOST, alone)).anyMatch(missing -> !missing.heldByPlatform());
    }

    /** What the platform then holds is paid and not delivered, or else something: only of the first nothing is missing. */
    @ParameterizedTest
    @CsvSource({
        "PAID, 9.90, true",
        "PAID, 9.89, false",
        "DELIVERED, 9.90, false",
        "REFUNDED, 9.90, false",
        "CANCELLED, 9.90, false"
    })
    void anOrderThatTheFastLaneDoesNotSettleTakesTheNormalWay(OrderState state, String paid, boolean complete)
            throws IOException {
        OrderFacts facts = order(state, paid, Instant.parse("2026-11-20T08:00:00Z"));
        Given micro = given(Category.NOT_DELIVERED, Set.of("amount"), Set.of(), "9.90", Holding.HELD);
        Given told = new Given(micro.claim(), micro.fields(), micro.evidence(), Holding.HELD, facts);
        assertThat(items(Completeness.missing(profile("qihui"), MOST, told)).isEmpty())
                .isEqualTo(complete);
    }

    /** What a refund does not satisfy, a second refund, or a larger one: a person weighs it. */
    @ParameterizedTest
    @CsvSource({
        "REFUND, , 0, true",
        "REFUND, 5.00, 0, true",
        "REFUND, 500.00, 0, false",
        "COMPENSATE, 5000.00, 0, false",
        "PUNISH_MERCHANT, , 1, false",
        "REDELIVER, , 1, true",
        "EXPLAIN, , 0, false",
        "REFUND, , 1, false",
    })
    void aMicroClaimThatAsksForMoreThanARefundTakesTheNormalWay(
            DemandType type, @Nullable String amount, int refunds, boolean complete) throws IOException {
        List<Demand> demands = new ArrayList<>(Collections.nCopies(refunds, new Demand(DemandType.REFUND, null, null)));
        demands.add(new Demand(type, amount == null ? null : cny(amount), null));
        var claim = new FastLaneClaim(Category.NOT_DELIVERED, null, cny("9.90"), demands);
        for (Holding order : List.of(Holding.ASKED, Holding.HELD)) {
            var given = new Given(claim, Set.of("amount"), Set.of(), order, facts(order));
            assertThat(Completeness.missing(profile("qihui"), MOST, given).stream()
                            .allMatch(MissingNeed::heldByPlatform))
                    .as(order.name())
                    .isEqualTo(complete);
        }
    }

    @Test
    void whatIsCriticalOrAboveTheOperatorsCapTakesTheNormalWay() throws IOException {
        var refund = List.of(new Demand(DemandType.REFUND, null, null));
        var critical = new FastLaneClaim(Category.NOT_DELIVERED, Severity.CRITICAL, cny("9.90"), refund);
        var given = new Given(critical, Set.of("amount"), Set.of(), Holding.ASKED, null);
        assertThat(Completeness.missing(profile("qihui"), MOST, given)).anyMatch(missing -> !missing.heldByPlatform());
        Given micro = given(Category.NOT_DELIVERED, Set.of("amount"), Set.of(), "9.90", Holding.ASKED);
        assertThat(Completeness.missing(profile("qihui"), new BigDecimal("5.00"), micro))
                .anyMatch(missing -> !missing.heldByPlatform());
    }

    /** Each shipped profile can be read, says its reasons in both languages, and asks for something in each category. */
    @ParameterizedTest
    @ValueSource(strings = {"huijin", "kameng", "qihui", "kamen", "wangwang", "template"})
    void everyShippedProfileSaysWhatItNeeds(String name) throws IOException {
        PlatformProfile profile = profile(name);
        assertThat(profile.needs()).allSatisfy(need -> assertThat(need.reason()).containsOnlyKeys("zh-CN", "en"));
        assertThat(profile.holds()).contains(EvidenceKind.ORDER_PAGE, EvidenceKind.PAYMENT_RECORD);
        for (Category category : Category.values()) {
            assertThat(missing(name, category, Set.of(), Set.of(), Holding.ASKED))
                    .as(name + " " + category)
                    .hasSizeGreaterThanOrEqualTo(3);
        }
    }

    private static List<String> items(List<MissingNeed> missing) {
        return missing.stream().map(lacking -> lacking.need().item()).toList();
    }

    private static List<MissingNeed> missing(
            String platform,
            @Nullable Category category,
            Set<String> fields,
            Set<EvidenceKind> evidence,
            Holding order) {
        try {
            return Completeness.missing(profile(platform), MOST, given(category, fields, evidence, "100.00", order));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Given given(
            @Nullable Category category, Set<String> fields, Set<EvidenceKind> evidence, String amount, Holding order) {
        var refund = new Demand(DemandType.REFUND, null, null);
        return new Given(
                new FastLaneClaim(category, null, cny(amount), List.of(refund)), fields, evidence, order, facts(order));
    }

    private static @Nullable OrderFacts facts(Holding order) {
        Instant paid = Instant.parse("2026-11-20T08:00:00Z");
        return switch (order) {
            case HELD -> order(OrderState.PAID, "100.00", paid);
            case HELD_UNPAID -> order(OrderState.CREATED, "100.00", null);
            case ASKED, NOT_HELD -> null;
        };
    }

    private static OrderFacts order(OrderState state, String amount, @Nullable Instant paid) {
        return new OrderFacts("QH-1", state, cny(amount), null, null, paid, null);
    }

    private static Money cny(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("CNY"));
    }

    private static PlatformProfile profile(String name) throws IOException {
        String path = "/platforms/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(CompletenessTest.class.getResourceAsStream(path), path)) {
            return new ObjectMapper().readValue(in, PlatformProfile.class);
        }
    }
}
