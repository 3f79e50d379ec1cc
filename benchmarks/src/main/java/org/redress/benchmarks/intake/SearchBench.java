package org.redress.benchmarks.intake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.redress.benchmarks.Percentiles;
import org.redress.benchmarks.Report;
import org.redress.launcher.Redress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The list of complaints with very many of them, asked over HTTP one after another, for each role and by filters of every sort. */
@Command(name = "search", description = "The list and its filters at a million complaints.")
public final class SearchBench implements Callable<Integer> {
    private static final double LIMIT = 50;
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    /** Role and subject, then the query; {@code #} stands for a number that is another at each request. */
    private static final List<String> CASES = List.of(
            "agent agent-1 ?",
            "agent agent-1 ?status=TRIAGED,AWAITING_MATERIALS",
            "agent agent-1 ?status=UNDER_APPEAL",
            "agent agent-1 ?category=FRAUD",
            "agent agent-1 ?category=SERVICE_FAULT",
            "agent agent-1 ?severity=CRITICAL&category=NOT_DELIVERED",
            "agent agent-1 ?filedFrom=2025-06-01T00:00:00Z&filedTo=2025-06-02T00:00:00Z&severity=URGENT",
            "agent agent-1 ?orderNo=O-#",
            "agent agent-1 ?complainant=u-#",
            "agent agent-1 ?owner=agent-#",
            "agent agent-1 ?owner=agent-0&status=TRIAGED",
            "agent agent-1 ?owner=agent-0&category=AFTER_SALES_DELAY",
            "agent agent-1 ?merchant=m-1&severity=CRITICAL",
            "agent agent-1 ?merchant=m-1&owner=agent-0&status=UNDER_APPEAL",
            "complainant u-many ?",
            "complainant u-many ?status=UNDER_APPEAL",
            "complainant u-4711 ?",
            "partner partner-1 ?",
            "partner partner-1 ?category=FRAUD&status=DECIDED",
            "partner partner-2 ?status=TRIAGED",
            "merchant m-1 ?",
            "merchant m-1 ?severity=CRITICAL",
            "merchant m-# ?");

    @Option(names = "--json", description = "JSON lines instead of a table")
    private boolean json;

    @Option(
            names = "--complaints",
            description = "how many there are (default: ${DEFAULT-VALUE})",
            defaultValue = "1000000")
    private int complaints;

    @Option(
            names = "--requests",
            description = "how many of each kind (default: ${DEFAULT-VALUE})",
            defaultValue = "200")
    private int requests;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** Made by picocli. */
    public SearchBench() {}

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Path data = Files.createTempDirectory("redress-bench");
        try (Redress redress = Redress.start(data, 0)) {
            ManyComplaints.write(redress.database("intake"), 1, complaints);
            var report = new Report("search", json, System.out);
            for (String one : CASES) {
                measure(report, redress, one);
            }
            walk(report, redress);
        }
        return 0;
    }

    private void measure(Report report, Redress redress, String one) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        for (int i = -20; i < requests; i++) {
            String[] parts = one.replace("#", Integer.toString(Math.floorMod(i * 37, 1999)))
                    .split(" ");
            long begin = System.nanoTime();
            get(redress, parts[0], parts[1], parts[2] + "&limit=50");
            if (i >= 0) {
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        print(report, one, new Percentiles(millis));
    }

    /** Page by page, from the newest on: a page deep in the list costs what the first one does. */
    private void walk(Report report, Redress redress) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        String cursor = "";
        for (int i = 0; i < requests; i++) {
            long begin = System.nanoTime();
            var next = NEXT.matcher(get(redress, "agent", "agent-1", "?severity=URGENT&limit=100" + cursor));
            millis.add((System.nanoTime() - begin) / 1e6);
            cursor = next.find() ? "&cursor=" + next.group(1) : "";
        }
        print(report, "page by page", new Percentiles(millis));
    }

    private static void print(Report report, String name, Percentiles millis) {
        report.figure(name + " p50", millis.at(50), "ms");
        report.figure(name + " p99", millis.at(99), "ms", millis.at(99) / LIMIT, "limit");
    }

    private String get(Redress redress, String role, String subject, String query)
            throws IOException, InterruptedException {
        String token = tokens.computeIfAbsent(role + " " + subject, key -> redress.token(role, "huijin", subject));
        var request = HttpRequest.newBuilder(
                        URI.create(redress.service("intake").url() + "/api/v1/complaints" + query.replace("?&", "?")))
                .header("Authorization", "Bearer " + token)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(query + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
