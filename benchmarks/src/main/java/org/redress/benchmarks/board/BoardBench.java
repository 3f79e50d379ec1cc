package org.redress.benchmarks.board;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.redress.benchmarks.Percentiles;
import org.redress.benchmarks.Report;
import org.redress.launcher.Redress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists and figures of the board with very many open clocks on one platform, asked over HTTP one after another. */
@Command(name = "board", description = "The board's lists and figures at a million open clocks.")
public final class BoardBench implements Callable<Integer> {
    private static final String BOARD = "/api/v1/sla/board";
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    @Option(names = "--json", description = "JSON lines instead of a table")
    private boolean json;

    @Option(names = "--clocks", description = "how many are open (default: ${DEFAULT-VALUE})", defaultValue = "1000000")
    private int clocks;

    @Option(
            names = "--requests",
            description = "how many of each kind (default: ${DEFAULT-VALUE})",
            defaultValue = "100")
    private int requests;

    private final HttpClient http = HttpClient.newHttpClient();
    private String token = "";
    private String base = "";

    /** Made by picocli. */
    public BoardBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path data = Files.createTempDirectory("redress-bench");
        try (Redress redress = Redress.start(data, 0)) {
            ManyClocks.write(redress.database("sla"), clocks);
            token = redress.token("ops", "huijin", "ops-1");
            base = redress.service("sla").url();
            measure(new Report("board", json, System.out));
        }
        return 0;
    }

    private void measure(Report report) throws IOException, InterruptedException {
        String cases = BOARD + "/cases?limit=50";
        figures(report, "first page", requests, i -> cases);
        figures(report, "first page of an owner", requests, i -> cases + "&owner=agent-" + i % 2000);
        figures(report, "first page of a small queue", requests, i -> cases + "&queue=small");
        figures(report, "first page at risk", requests, i -> cases + "&state=AT_RISK");
        figures(report, "first page paused", requests, i -> cases + "&state=PAUSED");
        figures(
                report,
                "first page critical, due in 24 h",
                requests,
                i -> cases + "&severity=CRITICAL&dueWithin=PT24H");
        walk(report, cases);
        figures(report, "figures as many ask for them", requests, i -> BOARD);
        Instant far = Instant.now().plusSeconds(400L * 86_400);
        figures(
                report,
                "figures counted anew",
                Math.min(requests, 20),
                i -> BOARD + "?dueBefore=" + far.plusSeconds(i));
    }

    /** Page by page: a page deep in the list costs what the first one does. */
    private void walk(Report report, String cases) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        String cursor = "";
        for (int i = 0; i < requests; i++) {
            long begin = System.nanoTime();
            var next = NEXT.matcher(get(cases + cursor));
            millis.add((System.nanoTime() - begin) / 1e6);
            cursor = next.find() ? "&cursor=" + next.group(1) : "";
        }
        print(report, "page by page", new Percentiles(millis));
    }

    private void figures(Report report, String name, int times, IntFunction<String> path)
            throws IOException, InterruptedException {
        for (int i = 0; i < Math.min(10, times); i++) {
            get(path.apply(times + i));
        }
        var millis = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            get(path.apply(i));
            millis.add((System.nanoTime() - begin) / 1e6);
        }
        print(report, name, new Percentiles(millis));
    }

    private static void print(Report report, String name, Percentiles millis) {
        report.figure(name + " p50", millis.at(50), "ms");
        report.figure(name + " p99", millis.at(99), "ms");
    }

    private String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
