package org.redress.benchmarks.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.redress.benchmarks.Percentiles;
import org.redress.benchmarks.Report;
import org.redress.benchmarks.ground.Database;
import org.redress.benchmarks.ground.ServiceProcess;

/** Lists and searches with very many complaints stored, one request after another. */
final class Lists {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIST = "/api/v1/complaints?limit=20";
    private static final double LIMIT_MILLIS = 50;

    private final Contenders contenders;
    private final Database many;
    private final int requests;

    Lists(Contenders contenders, Database many, int requests) {
        this.contenders = contenders;
        this.many = many;
        this.requests = requests;
    }

    void measure(Report report) throws IOException, InterruptedException {
        var searches = new LinkedHashMap<String, String>();
        searches.put("newest", LIST);
        searches.put("of a status", LIST + "&status=DECIDED");
        searches.put("of a rare status", LIST + "&status=UNDER_APPEAL");
        searches.put("of a rare category", LIST + "&category=FRAUD");
        searches.put("of a category only long ago", LIST + "&category=SERVICE_FAULT");
        searches.put("of a busy owner", LIST + "&owner=agent-0");
        searches.put("of an owner, critical", LIST + "&owner=agent-10&severity=CRITICAL");
        searches.put("of an order", LIST + "&orderNo=O-300000");
        searches.put("of a merchant with many, critical", LIST + "&merchant=m-1&severity=CRITICAL");
        searches.put("of a complainant with many", LIST + "&complainant=u-many");
        try (ServiceProcess service = contenders.service(many)) {
            String token = contenders.ground().token("huijin", "agent", "agent-0");
            var worst = new ArrayList<Double>();
            for (Map.Entry<String, String> search : searches.entrySet()) {
                worst.add(figures(report, search.getKey(), walk(service, token, search.getValue(), false)));
            }
            worst.add(figures(report, "page by page", walk(service, token, LIST, true)));
            double slowest = new Percentiles(worst).max();
            report.figure("lists: the slowest p99", slowest, "ms", slowest / LIMIT_MILLIS, "limit");
        }
    }

    private static double figures(Report report, String name, Percentiles millis) {
        report.figure("list " + name + ": p50", millis.at(50), "ms");
        report.figure("list " + name + ": p99", millis.at(99), "ms", millis.at(99) / LIMIT_MILLIS, "limit");
        return millis.at(99);
    }

    private Percentiles walk(ServiceProcess service, String token, String path, boolean onwards)
            throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        String cursor = "";
        for (int i = -requests; i < requests; i++) { // the first half warms up
            long begin = System.nanoTime();
            HttpResponse<String> answer =
                    service.send(HttpRequest.newBuilder(URI.create(service.address() + path + cursor))
                            .header("Authorization", "Bearer " + token)
                            .build());
            double took = (System.nanoTime() - begin) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
            }
            if (i >= 0) {
                millis.add(took);
            }
            String next = JSON.readTree(answer.body()).path("next").asText("");
            cursor = onwards && !next.isEmpty() ? "&cursor=" + next : "";
        }
        return new Percentiles(millis);
    }
}
