package org.redress.intake.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.contract.intake.EvidenceKind;
import org.redress.intake.complaint.Category;
import org.redress.intake.platform.PlatformProfile;

class CompletenessTest {
    private static final Set<String> ALL_FIELDS =
            Set.of("description", "occurredAt", "amount", "impact", "category", "merchantId", "productId");

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
        assertThat(Completeness.missing(profile("qihui"), micro)).allMatch(MissingNeed::heldByPlatform);
        Given more = given(Category.NOT_DELIVERED, Set.of("amount"), Set.of(), "10.01", Holding.ASKED);
        assertThat(Completeness.missing(profile("qihui"), more)).anyMatch(missing -> !missing.heldByPlatform());
        Given other = given(Category.NOT_AS_DESCRIBED, Set.of("amount"), Set.of(), "10.00", Holding.ASKED);
        assertThat(Completeness.missing(profile("qihui"), other)).anyMatch(missing -> !missing.heldByPlatform());
        Given alone = given(Category.NOT_DELIVERED, Set.of("amount"), Set.of(), "10.00", Holding.NOT_HELD);
        assertThat(Completeness.missing(profile("qihui"), alone)).anyMatch(missing -> !missing.heldByPlatform());
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
            return Completeness.missing(profile(platform), given(category, fields, evidence, "100.00", order));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Given given(
            @Nullable Category category, Set<String> fields, Set<EvidenceKind> evidence, String amount, Holding order) {
        return new Given(category, fields, new BigDecimal(amount), "CNY", evidence, order);
    }

    private static PlatformProfile profile(String name) throws IOException {
        String path = "/platforms/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(CompletenessTest.class.getResourceAsStream(path), path)) {
            return new ObjectMapper().readValue(in, PlatformProfile.class);
        }
    }
}
