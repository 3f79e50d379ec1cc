package org.redress.intake.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.redress.infra.RedressInfra;
import org.redress.intake.Desk;
import org.redress.intake.complaint.ComplaintStatus;
import org.redress.intake.complaint.Viewer;
import org.redress.intake.complaint.Viewer.Reach;
import org.redress.intake.search.Stock.Row;

/** Lists show, page by page, exactly what a look at every complaint finds: whoever asks, for whatever, whatever happens meanwhile. */
@QuarkusTest
@WithTestResource(value = RedressInfra.class, scope = TestResourceScope.GLOBAL)
class BoundedSearchIT {
    private static final int COMPLAINTS = 400;
    private static final List<ComplaintStatus> RESTLESS =
            List.of(ComplaintStatus.FILED, ComplaintStatus.TRIAGED, ComplaintStatus.DECIDED);

    private final Jdbi jdbi;

    @Inject
    BoundedSearchIT(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private Stock stock(long seed) {
        Stock stock = new Stock(jdbi, seed);
        for (int i = 0; i < COMPLAINTS; i++) {
            stock.store(stock.drawn());
        }
        return stock;
    }

    @Test
    void everyCombinationOfFiltersShowsWhatFitsInOrder() {
        Stock stock = stock(7);
        stock(8); // of another platform, with the same names in it
        var few = new FindComplaints(new SearchRepository(jdbi, 5));
        var many = new FindComplaints(new SearchRepository(jdbi, 100));
        for (int i = 0; i < 300; i++) {
            Viewer viewer = stock.viewer();
            Filter filter = stock.filter();
            int limit = stock.upTo(20);
            for (FindComplaints find : List.of(few, many)) {
                assertThat(walked(find, viewer, filter, limit))
                        .as("%s %s by %d", viewer, filter, limit)
                        .isEqualTo(stock.expected(viewer, filter));
            }
        }
    }

    @Test
    void whatIsFiledAndChangedMeanwhileNeitherHidesNorDoublesAnything() {
        Stock stock = stock(9);
        var find = new FindComplaints(new SearchRepository(jdbi, 7));
        List<Row> still = stock.rows.stream().filter(row -> !isRestless(row)).toList();
        Set<UUID> early = still.stream().map(Row::id).collect(Collectors.toSet());
        AtomicBoolean over = new AtomicBoolean();
        Stock news = new Stock(jdbi, 10);
        Semaphore wanted = new Semaphore(0);
        CompletableFuture<Void> filing = CompletableFuture.runAsync(() -> {
            for (wanted.acquireUninterruptibly(); !over.get(); wanted.acquireUninterruptibly()) {
                stock.store(news.drawn());
            }
        });
        CompletableFuture<Void> changing = CompletableFuture.runAsync(() -> {
            for (int n = 0; !over.get(); n++) {
                turn(stock.platform, n);
            }
        });
        try {
            for (int i = 0; i < 250; i++) {
                wanted.release(3);
                Viewer viewer = stock.viewer();
                Filter filter = stock.filter();
                List<UUID> due = stock.expected(viewer, filter).stream()
                        .filter(early::contains)
                        .toList();
                List<UUID> seen = walked(find, viewer, filter, stock.upTo(20));
                assertThat(seen).doesNotHaveDuplicates();
                assertThat(seen.stream().filter(early::contains).toList())
                        .as("%s %s", viewer, filter)
                        .isEqualTo(due);
            }
        } finally {
            over.set(true);
            wanted.release();
            CompletableFuture.allOf(filing, changing).join();
        }
    }

    /** Whose status changes all the time. */
    private static boolean isRestless(Row row) {
        return row.order().compareTo("o-5") >= 0;
    }

    private void turn(String platform, int n) {
        ComplaintStatus to = RESTLESS.get(n % RESTLESS.size());
        jdbi.useHandle(handle -> handle.execute(
                "update complaint set status = ? where platform = ? and order_no >= 'o-5' and hashtext(cast(id as text)) % 3 = ?",
                to.name(), platform, n % 5 - 2));
    }

    @Test
    void eachRoleFindsItsOwnOverHttp() {
        Stock stock = stock(11);
        Map<Reach, List<String>> roles = Map.of(
                Reach.PLATFORM, List.of("agent", "supervisor", "ops", "platform"),
                Reach.OWN, List.of("complainant"),
                Reach.SOLD_BY_CALLER, List.of("merchant"),
                Reach.FILED_BY_CALLER, List.of("partner"));
        for (int i = 0; i < 80; i++) {
            Viewer viewer = stock.viewer();
            List<String> fitting = roles.getOrDefault(viewer.reach(), List.of());
            String role = fitting.get(i % fitting.size());
            Filter filter = role.equals("merchant") ? forMerchants(stock.filter()) : stock.filter();
            List<UUID> seen = new ArrayList<>();
            String cursor = null;
            do {
                var page = Desk.as(role, viewer.platform(), viewer.subject())
                        .queryParams(query(filter, cursor, 1 + i % 50))
                        .get("/api/v1/complaints")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                page.getList("items.id", String.class).forEach(id -> seen.add(UUID.fromString(id)));
                cursor = page.getString("next");
            } while (cursor != null);
            assertThat(seen).as("%s %s", role, filter).isEqualTo(stock.expected(viewer, filter));
        }
    }

    private static Filter forMerchants(Filter drawn) {
        return new Filter(
                drawn.statuses(),
                drawn.categories(),
                drawn.severities(),
                drawn.number(),
                drawn.orderNo(),
                null,
                drawn.merchant(),
                null,
                drawn.from(),
                drawn.to());
    }

    private static Map<String, Object> query(Filter filter, @Nullable String cursor, int limit) {
        Map<String, Object> query = new TreeMap<>();
        put(query, "status", filter.statuses().isEmpty() ? null : filter.statuses());
        put(query, "category", filter.categories().isEmpty() ? null : filter.categories());
        put(query, "severity", filter.severities().isEmpty() ? null : filter.severities());
        put(query, "number", filter.number());
        put(query, "orderNo", filter.orderNo());
        put(query, "complainant", filter.complainant());
        put(query, "merchant", filter.merchant());
        put(query, "owner", filter.owner());
        put(query, "filedFrom", written(filter.from()));
        put(query, "filedTo", written(filter.to()));
        put(query, "cursor", cursor);
        query.put("limit", limit);
        return query;
    }

    private static @Nullable String written(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static void put(Map<String, Object> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value);
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
}
