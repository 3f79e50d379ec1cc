package org.redress.intake.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Category;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Severity;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.complaint.Viewer.Reach;

/**
 * Drawn complaints of a platform of their own, stored and remembered, so that what a list shows can be compared with a look at
 * every one. Few values, so that filters overlap; few times, so that ids decide the order. Same seed, same draws.
 */
final class Stock {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    final String platform = "search-" + UUID.randomUUID().toString().substring(0, 8);
    final Queue<Row> rows = new ConcurrentLinkedQueue<>();
    private final Jdbi jdbi;
    private final Random random;

    Stock(Jdbi jdbi, long seed) {
        this.jdbi = jdbi;
        this.random = new Random(seed);
        jdbi.useHandle(handle -> handle.execute(
                "insert into platform select ?, profile, 'test' from platform where id = 'kamen'", platform));
    }

    /** A complaint; {@code category} is the one that counts, whoever said it. */
    record Row(
            UUID id,
            ComplaintStatus status,
            @Nullable Category category,
            boolean categoryOfFiler,
            @Nullable Severity severity,
            String order,
            String complainant,
            @Nullable String merchant,
            @Nullable String owner,
            @Nullable String partner,
            Instant filedAt) {
        String number() {
            return "T-" + id.toString().substring(0, 13).toUpperCase(java.util.Locale.ROOT);
        }

        Position position() {
            return new Position(filedAt, id);
        }
    }

    Row drawn() {
        return new Row(
                UUID.randomUUID(),
                pick(ComplaintStatus.values(), 3),
                random.nextInt(8) == 0 ? null : pick(Category.values(), 3),
                random.nextInt(3) == 0,
                random.nextInt(8) == 0 ? null : pick(Severity.values(), 3),
                "o-" + random.nextInt(90),
                "u-" + random.nextInt(4),
                maybe("m-", 3),
                maybe("a-", 3),
                maybe("p-", 2),
                START.plusSeconds(random.nextInt(60)));
    }

    /** Remembered before it is stored, so that whatever a list shows is known. */
    void store(Row row) {
        rows.add(row);
        String category = row.category() == null ? null : row.category().name();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into complaint (id, platform, number, status, order_no, category, filed_category, severity,
                            description, channel, merchant_id, owner, complainant_id, filed_by, filed_by_role, language, filed_at)
                        values (:id, :platform, :number, :status, :order, :category, :filedCategory, :severity, 'x', 'APP',
                            :merchant, :owner, :complainant, coalesce(:partner, :complainant),
                            case when :partner is null then 'complainant' else 'partner' end, 'en', :at)""")
                .bind("id", row.id())
                .bind("platform", platform)
                .bind("number", row.number())
                .bind("status", row.status().name())
                .bind("order", row.order())
                .bind("category", row.categoryOfFiler() ? null : category)
                .bind("filedCategory", row.categoryOfFiler() ? category : null)
                .bindByType("severity", row.severity(), Enum.class)
                .bind("merchant", row.merchant())
                .bind("owner", row.owner())
                .bind("complainant", row.complainant())
                .bind("partner", row.partner())
                .bind("at", row.filedAt().atOffset(ZoneOffset.UTC))
                .execute());
    }

    Viewer viewer() {
        Reach reach = pick(Reach.values(), Reach.values().length);
        String subject = switch (reach) {
            case PLATFORM -> "staff";
            case OWN -> "u-" + random.nextInt(4);
            case SOLD_BY_CALLER -> "m-" + random.nextInt(3);
            case FILED_BY_CALLER -> "p-" + random.nextInt(2);
        };
        return new Viewer(platform, subject, reach);
    }

    Filter filter() {
        return new Filter(
                some(ComplaintStatus.class),
                some(Category.class),
                some(Severity.class),
                random.nextInt(20) == 0 ? any().number() : null,
                random.nextInt(9) == 0 ? "o-" + random.nextInt(90) : null,
                random.nextInt(4) == 0 ? "u-" + random.nextInt(4) : null,
                random.nextInt(3) == 0 ? "m-" + random.nextInt(3) : null,
                random.nextInt(3) == 0 ? "a-" + random.nextInt(3) : null,
                random.nextInt(3) == 0 ? START.plusSeconds(random.nextInt(40)) : null,
                random.nextInt(3) == 0 ? START.plusSeconds(20 + random.nextInt(40)) : null);
    }

    /** What a look at every one finds, newest first. */
    List<UUID> expected(Viewer viewer, Filter filter) {
        return rows.stream()
                .filter(seenBy(viewer).and(fits(filter)))
                .sorted(Comparator.comparing(Row::position).reversed())
                .map(Row::id)
                .toList();
    }

    int upTo(int bound) {
        return 1 + random.nextInt(bound);
    }

    <E> E pick(E[] values, int first) {
        return List.of(values).get(random.nextInt(first));
    }

    private Row any() {
        return List.copyOf(rows).get(random.nextInt(rows.size()));
    }

    private @Nullable String maybe(String prefix, int values) {
        return random.nextInt(4) == 0 ? null : prefix + random.nextInt(values);
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        Set<E> values = EnumSet.noneOf(type);
        for (int i = random.nextInt(4); i > 1; i--) {
            values.add(pick(type.getEnumConstants(), 3));
        }
        return values;
    }

    static Predicate<Row> seenBy(Viewer viewer) {
        return row -> switch (viewer.reach()) {
            case PLATFORM -> true;
            case OWN -> row.complainant().equals(viewer.subject());
            case SOLD_BY_CALLER -> viewer.subject().equals(row.merchant());
            case FILED_BY_CALLER -> viewer.subject().equals(row.partner());
        };
    }

    static Predicate<Row> fits(Filter filter) {
        return row -> among(filter.statuses(), row.status())
                && among(filter.categories(), row.category())
                && among(filter.severities(), row.severity())
                && same(filter.number(), row.number())
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
