package org.redress.benchmarks.path;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.redress.benchmarks.Percentiles;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.load.LoadClient;
import org.redress.benchmarks.load.Shot;
import org.redress.benchmarks.load.Trend;
import org.redress.benchmarks.load.Volley;
import org.redress.benchmarks.path.Arrivals.Step;
import org.redress.launcher.Redress;

/**
 * Complaints that come at a fixed rate, half of what the whole system accepts at most, through the front door: how long from
 * the 201 until a reader of the topics sees them triaged, clocked and announced, and whether anything piles up.
 */
final class UnderLoad {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLATFORM = "qihui";
    private static final int PEOPLE = 500;
    private static final int CLIENTS = 8;
    private static final Duration DRAIN = Duration.ofMinutes(2);
    private static final double LIMIT_MILLIS = 1000;

    private final Redress redress;
    private final Duration time;
    private final List<Person> people = new ArrayList<>();
    private final Map<String, Long> answered = new ConcurrentHashMap<>();
    private int filed;

    private record Person(String subject, String token) {}

    UnderLoad(Redress redress, Duration time) {
        this.redress = redress;
        this.time = time;
        for (int i = 0; i < PEOPLE; i++) {
            String subject = "load-" + i;
            people.add(new Person(subject, redress.token("complainant", PLATFORM, subject)));
        }
    }

    void measure(Report report) throws InterruptedException {
        try (var load = new LoadClient(redress.frontDoor().toString(), 64);
                var backlog = new Backlog(redress);
                var arrivals = new Arrivals(redress.bootstrapServers())) {
            Supplier<Shot> filings = this::filing;
            load.closed(CLIENTS, time.dividedBy(2), filings).checked(); // warms up
            double most =
                    load.closed(CLIENTS, time.dividedBy(4), filings).checked().perSecond();
            report.figure("most that is accepted, " + CLIENTS + " clients", most, "/s");
            awaitEmpty(backlog);
            answered.clear();
            Volley volley;
            double slope;
            try (var waiting = new Trend(backlog::size, 1_000)) {
                volley = load.open(most / 2, time, filings).checked();
                slope = waiting.slope();
            }
            double left = backlog.size();
            long end = System.nanoTime();
            awaitEmpty(backlog);
            double drained = (System.nanoTime() - end) / 1e9;
            TimeUnit.SECONDS.sleep(1); // what was sent last has to come in
            report.figure("half of it: complaints", volley.answers(), "complaints");
            report.figure("half of it: filing answered p50", volley.latency().at(50), "ms");
            report.figure("half of it: filing answered p99", volley.latency().at(99), "ms");
            for (Step step : Step.values()) {
                steps(report, step, arrivals);
            }
            report.figure("half of it: waiting at the end", left, "records");
            report.figure("half of it: waiting, slope", slope, "records/min");
            report.figure("half of it: everything done after", drained, "s");
        }
    }

    private void steps(Report report, Step step, Arrivals arrivals) {
        var millis = new ArrayList<Double>();
        int missing = 0;
        for (Map.Entry<String, Long> complaint : answered.entrySet()) {
            Long seen = arrivals.seen(step, complaint.getKey());
            if (seen == null) {
                missing++;
            } else {
                // What overtook the answer on its way was there at once.
                millis.add(Math.max(0, (seen - complaint.getValue()) / 1e6));
            }
        }
        if (missing > 0) {
            throw new IllegalStateException(missing + " of " + answered.size() + " complaints were never " + step);
        }
        String name = "half of it: 201 to " + step.toString().toLowerCase(java.util.Locale.ROOT);
        var all = new Percentiles(millis);
        report.figure(name + " p50", all.at(50), "ms");
        report.figure(name + " p99", all.at(99), "ms", all.at(99) / LIMIT_MILLIS, "limit");
    }

    private static void awaitEmpty(Backlog backlog) throws InterruptedException {
        long start = System.nanoTime();
        while (backlog.size() > 0) {
            if (System.nanoTime() - start > DRAIN.toNanos()) {
                throw new IllegalStateException(backlog.size() + " records still wait after " + DRAIN);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private Shot filing() {
        int n = filed++;
        Person person = people.get(n % people.size());
        var complaint = JSON.createObjectNode()
                .put("platform", PLATFORM)
                .put("orderNo", "L" + Integer.toString(n, 36) + Long.toString(System.nanoTime(), 36))
                .put("description", "付款成功，充值没有到账，联系商家没有回复")
                .put("channel", "APP");
        complaint.putArray("demands").addObject().put("type", "REDELIVER");
        complaint.putObject("complainant").put("id", person.subject()).put("phone", "+8613800138000");
        return new Shot(
                HttpMethod.POST,
                "/api/v1/complaints",
                Map.of(
                        "Authorization",
                        "Bearer " + person.token(),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                Buffer.buffer(complaint.toString()),
                201,
                this::remember);
    }

    private void remember(Buffer answer) {
        try {
            answered.put(JSON.readTree(answer.getBytes()).path("id").asText(), System.nanoTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
