package org.redress.intake.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Severity;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.complaint.Viewer.Reach;

/** Walks that are broken off early show, page by page, exactly what a look at every row finds. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class BoundedSearchIT {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int COMPLAINTS = 400;

    private final Jdbi jdbi;
    private final Random random = new Random(7);
    private final String platform = "search-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Row> rows = new ArrayList<>();

    @Inject
    BoundedSearchIT(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Row(
            UUID id,
            ComplaintStatus status,
            @Nullable Category category,
            @Nullable Severity severity,
            String order,
            String complainant,
            @Nullable String merchant,
            @Nullable String owner,
            @Nullable String partner,
            Instant filedAt) {}

    @BeforeEach
    void manyComplaints() {
        jdbi.useHandle(handle -> handle.execute(
                "insert into platform select ?, profile, 'test' from platform where id = 'kamen'", platform));
        for (int i = 0; i < COMPLAINTS; i++) {
            Row row = drawn();
            rows.add(row);
            jdbi.useHandle(handle -> handle.createUpdate("""
                            insert into complaint (id, platform, number, status, order_no, category, severity, description, channel,
                                merchant_id, owner, complainant_id, filed_by, filed_by_role, language, filed_at)
                            values (:id, :platform, :number, :status, :order, :category, :severity, 'x', 'APP', :merchant, :owner,
                                :complainant, coalesce(:partner, :complainant),
                                case when :partner is null then 'complainant' else 'partner' end, 'en', :at)""")
                    .bind("id", row.id())
                    .bind("platform", platform)
                    .bind("number", "T-" + row.id())
                    .bind("status", row.status().name())
                    .bind("order", row.order())
                    .bindByType("category", row.category(), Enum.class)
                    .bindByType("severity", row.severity(), Enum.class)
                    .bind("merchant", row.merchant())
                    .bind("owner", row.owner())
                    .bind("complainant", row.complainant())
                    .bind("partner", row.partner())
                    .bind("at", row.filedAt().atOffset(java.time.ZoneOffset.UTC))
                    .execute());
        }
        rows.sort((a, b) -> new Position(b.filedAt(), b.id()).compareTo(new Position(a.filedAt(), a.id())));
    }

    /** Few values, so that filters overlap; few times, so that ids decide the order. */
    private Row drawn() {
        return new Row(
                UUID.randomUUID(),
                pick(ComplaintStatus.values(), 3),
                random.nextInt(8) == 0 ? null : pick(Category.values(), 3),
                random.nextInt(8) == 0 ? null : pick(Severity.values(), 3),
                "o-" + random.nextInt(90),
                "u-" + random.nextInt(4),
                maybe("m-", 3),
                maybe("a-", 3),
                maybe("p-", 2),
                START.plusSeconds(random.nextInt(60)));
    }

    private <E> E pick(E[] values, int first) {
        return List.of(values).get(random.nextInt(first));
    }

    private @Nullable String maybe(String prefix, int values) {
        return random.nextInt(4) == 0 ? null : prefix + random.nextInt(values);
    }

    @Test
    void everyCombinationOfFiltersShowsWhatFitsInOrder() {
        var few = new FindComplaints(new SearchRepository(jdbi, 5));
        var many = new FindComplaints(new SearchRepository(jdbi, 100));
        for (int i = 0; i < 300; i++) {
            Viewer viewer = viewer();
            Filter filter = filter();
            List<UUID> expected = rows.stream()
                    .filter(seenBy(viewer).and(fits(filter)))
                    .map(Row::id)
                    .toList();
            int limit = 1 + random.nextInt(20);
            assertThat(walked(few, viewer, filter, limit))
                    .as("%s %s by %d", viewer, filter, limit)
                    .isEqualTo(expected);
            assertThat(walked(many, viewer, filter, limit))
                    .as("%s %s by %d", viewer, filter, limit)
                    .isEqualTo(expected);
        }
    }

    private static List<UUID> walked(FindComplaints find, Viewer viewer, Filter filter, int limit) {
        List<UUID> seen = new ArrayList<>();
        Position after = null;
        do {
            var page = find.find(viewer, filter, after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(item -> seen.add(item.id()));
            after = page.next();
        } while (after != null);
        return seen;
    }

    private Viewer viewer() {
        Reach reach = pick(Reach.values(), 4);
        String subject = switch (reach) {
            case PLATFORM -> "staff";
            case OWN -> "u-" + random.nextInt(4);
            case SOLD_BY_CALLER -> "m-" + random.nextInt(3);
            case FILED_BY_CALLER -> "p-" + random.nextInt(2);
        };
        return new Viewer(platform, subject, reach);
    }

    private Filter filter() {
        return new Filter(
                some(ComplaintStatus.class),
                some(Category.class),
                some(Severity.class),
                null,
                random.nextInt(9) == 0 ? "o-" + random.nextInt(90) : null,
                random.nextInt(4) == 0 ? "u-" + random.nextInt(4) : null,
                random.nextInt(3) == 0 ? "m-" + random.nextInt(3) : null,
                random.nextInt(3) == 0 ? "a-" + random.nextInt(3) : null,
                random.nextInt(3) == 0 ? START.plusSeconds(random.nextInt(40)) : null,
                random.nextInt(3) == 0 ? START.plusSeconds(20 + random.nextInt(40)) : null);
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        Set<E> values = EnumSet.noneOf(type);
        for (int i = random.nextInt(4); i > 1; i--) {
            values.add(pick(type.getEnumConstants(), 3));
        }
        return values;
    }

    private static Predicate<Row> seenBy(Viewer viewer) {
        return row -> switch (viewer.reach()) {
            case PLATFORM -> true;
            case OWN -> row.complainant().equals(viewer.subject());
            case SOLD_BY_CALLER -> viewer.subject().equals(row.merchant());
            case FILED_BY_CALLER -> viewer.subject().equals(row.partner());
        };
    }

    private static Predicate<Row> fits(Filter filter) {
        return row -> among(filter.statuses(), row.status())
                && among(filter.categories(), row.category())
                && among(filter.severities(), row.severity())
                && same(filter.orderNo(), row.order())
                && same(filter.complainant(), row.complainant())
                && same(filter.merchant(), row.merchant())
                && same(filter.owner(), row.owner())
                && (filter.from() == null || !row.filedAt().isBefore(filter.from()))
                && (filter.to() == null || row.filedAt().isBefore(filter.to()));
    }

    private static <E> boolean among(Set<E> asked, @Nullable E value) {
        return asked.isEmpty() || (value != null && asked.contains(value));
    }

    private static boolean same(@Nullable String asked, @Nullable String value) {
        return asked == null || asked.equals(value);
    }
}
