package org.redress.infra.openapi;

import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.redress.infra.openapi.ApiContract.Answered;

/**
 * Lets a test fail when an answer that it gets is not documented. Stands in the way of every REST Assured request of a Quarkus test,
 * see {@link EveryTest}.
 */
public final class DocumentedAnswers implements Filter {
    /** Puts it in the way of all requests, once. */
    static void install() {
        if (RestAssured.filters().stream().noneMatch(filter -> filter instanceof DocumentedAnswers)) {
            var all = new ArrayList<>(RestAssured.filters());
            all.add(new DocumentedAnswers());
            RestAssured.replaceFiltersWith(all);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response answer = context.next(request, expected);
        URI uri = URI.create(request.getURI().replaceAll("\\?.*", ""));
        if (uri.getRawPath().startsWith("/api/v1/") && !isStream(answer)) {
            ExampleRecorder.record(ApiContract.at(uri), request, answer);
            String type = answer.getContentType() == null ? "" : answer.getContentType();
            List<String> faults = ApiContract.at(uri)
                    .faults(
                            request.getMethod(),
                            uri.getRawPath(),
                            new Answered(
                                    answer.getStatusCode(),
                                    type,
                                    new String(answer.asByteArray(), StandardCharsets.UTF_8)));
            if (!faults.isEmpty()) {
                throw new AssertionError(String.join("\n", faults));
            }
        }
        return answer;
    }

    private static boolean isStream(Response answer) {
        return answer.getContentType() != null && answer.getContentType().startsWith("text/event-stream");
    }
}
