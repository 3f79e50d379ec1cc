package org.redress.launcher.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorsTest {
    private static final String SMS =
            "{\"outId\":\"d-1\",\"to\":\"+8613800138000\",\"template\":\"filed\",\"text\":\"您好\"}";

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private SmsGateway sms;
    private SellingPlatform platform;

    @BeforeEach
    void start() throws IOException {
        sms = new SmsGateway(directory, 0, Clock.systemUTC());
        platform = new SellingPlatform(directory, 0, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws IOException {
        sms.close();
        platform.close();
    }

    @Test
    void aMessageIsAcceptedAndFound() throws Exception {
        HttpResponse<String> accepted = post(sms.url() + "/messages", SMS);
        assertThat(accepted.statusCode()).isEqualTo(202);
        JsonNode found = json(get(sms.url() + "/messages/d-1"));
        assertThat(found.path("messageId").asText())
                .isEqualTo(json(accepted).path("messageId").asText());
        assertThat(found.path("text").asText()).isEqualTo("您好");
        assertThat(get(sms.url() + "/messages/d-2").statusCode()).isEqualTo(404);
    }

    @Test
    void aRepeatedMessageIsASecondSms() throws Exception {
        post(sms.url() + "/messages", SMS);
        post(sms.url() + "/messages", SMS);
        assertThat(sms.accepted("d-1")).hasSize(2);
        assertThat(json(get(sms.url() + "/messages/d-1")).path("count").asInt()).isEqualTo(2);
        assertThat(json(get(sms.url() + "/messages")).path("items")).hasSize(2);
    }

    @Test
    void aRepeatedFreezeIsTheSameFreeze() throws Exception {
        String url = platform.url() + "/platforms/huijin/freezes";
        HttpResponse<String> first = post(url, "{\"freezeId\":\"f-1\",\"accountId\":\"u-1\"}");
        HttpResponse<String> second = post(url, "{\"freezeId\":\"f-1\",\"accountId\":\"u-1\"}");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(get(url + "/f-1").body()).isEqualTo(first.body());
        assertThat(platform.orders("f-1")).hasSize(2);
        assertThat(get(platform.url() + "/platforms/qihui/freezes/f-1").statusCode())
                .isEqualTo(404);
    }

    /** Column "accepted": whether an SMS goes out; that is what makes some failures unclear to the sender. */
    @ParameterizedTest
    @CsvSource({
        "NONE, 202, true",
        "ERROR_BEFORE, 500, false",
        "ERROR_AFTER, 500, true",
        "THROTTLE, 429, false",
        "GARBAGE, 200, true"
    })
    void faultsWithAnAnswer(FaultMode mode, int status, boolean accepted) throws Exception {
        fault(mode.name(), 1);
        assertThat(post(sms.url() + "/messages", SMS).statusCode()).isEqualTo(status);
        assertThat(sms.accepted()).hasSize(accepted ? 1 : 0);
        assertThat(get(sms.url() + "/messages/d-1").statusCode()).isEqualTo(accepted ? 200 : 404);
        assertThat(post(sms.url() + "/messages", SMS).statusCode())
                .as("the next request")
                .isEqualTo(202);
    }

    /** An order is the same whenever it is looked up; how its number begins says what is the matter with it. */
    @ParameterizedTest
    @CsvSource({
        "QH2023101500123, 200, DELIVERED",
        "DELIVERED-1, 200, DELIVERED",
        "UNDELIVERED-9.90-1, 200, PAID",
        "REFUNDED-1, 200, REFUNDED",
        "FOREIGN-1, 404, ''",
        "UNKNOWN-1, 404, ''",
        "a%2Fb%20%E5%8D%A1, 200, DELIVERED"
    })
    void anOrderIsKnownByItsNumber(String orderNo, int status, String state) throws Exception {
        String url = platform.url() + "/platforms/qihui/orders/" + orderNo + "?account=u-1";
        HttpResponse<String> found = get(url);
        assertThat(found.statusCode()).isEqualTo(status);
        assertThat(json(found).path("state").asText()).isEqualTo(state);
        assertThat(get(url).body()).isEqualTo(found.body());
        if (status == 200) {
            assertThat(json(found).path("account").asText()).isEqualTo("u-1");
            assertThat(json(found).path("amount").asText()).matches("[0-9]+\\.[0-9]{2}");
            assertThat(json(found).has("deliveredAt")).isEqualTo(state.equals("DELIVERED"));
        }
    }

    /** How an order's number begins says how its remedy is taken. */
    @ParameterizedTest
    @CsvSource({
        "QH-1, EXECUTED, EXECUTED",
        "LATER-1, ACCEPTED, CANCELLED",
        "NEVER-1, ACCEPTED, CANCELLED",
        "REFUSED-1, REFUSED, REFUSED"
    })
    void aRemedyIsCarriedOutOnceHoweverOftenItIsOrdered(String orderNo, String state, String cancelled)
            throws Exception {
        String url = platform.url() + "/platforms/qihui/remedies";
        String order = "{\"remedyOrderId\":\"r-1\",\"type\":\"REFUND\",\"orderNo\":\"" + orderNo
                + "\",\"amount\":\"9.90\",\"currency\":\"CNY\"}";
        HttpResponse<String> first = post(url, order);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(first).path("state").asText()).isEqualTo(state);
        assertThat(json(first).path("receiptSha256").asText().matches("[0-9a-f]{64}"))
                .isEqualTo(state.equals("EXECUTED"));
        HttpResponse<String> second = post(url, order);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(get(url + "/r-1").body()).isEqualTo(first.body());
        assertThat(get(platform.url() + "/platforms/huijin/remedies/r-1").statusCode())
                .isEqualTo(404);
        assertThat(platform.remedies()).hasSize(2);
        assertThat(json(post(url + "/r-1/cancellation", "{}")).path("state").asText())
                .isEqualTo(cancelled);
    }

    @Test
    void aRemedyThatWasCancelledBeforeItCameIsNotCarriedOut() throws Exception {
        String url = platform.url() + "/platforms/qihui/remedies";
        assertThat(get(url + "/r-1").statusCode()).isEqualTo(404);
        post(url + "/r-1/cancellation", "{}");
        HttpResponse<String> late = post(url, "{\"remedyOrderId\":\"r-1\",\"type\":\"REFUND\"}");
        assertThat(json(late).path("state").asText()).isEqualTo("CANCELLED");
        assertThat(platform.remedies())
                .extracting(entry -> entry.path("did").asText())
                .containsExactly("CANCELLED", "REPEATED");
    }

    @Test
    void lookingOrdersUpHasFaultsOfItsOwn() throws Exception {
        String order = platform.url() + "/platforms/qihui/orders/UNDELIVERED-9.90-1";
        send(request(platform.url() + "/faults/orders").PUT(BodyPublishers.ofString("{\"mode\":\"LIE\",\"times\":1}")));
        assertThat(json(get(order)).path("amount").asText()).isEqualTo("-1.00");
        assertThat(json(get(order)).path("amount").asText()).isEqualTo("9.90");
        platform.orderFaults().set(FaultMode.ERROR_BEFORE);
        assertThat(get(order).statusCode()).isEqualTo(500);
        assertThat(post(platform.url() + "/platforms/qihui/freezes", "{\"freezeId\":\"f-1\"}")
                        .statusCode())
                .isEqualTo(201);
        assertThat(platform.faults().mode()).isEqualTo(FaultMode.NONE);
        assertThat(get(platform.url() + "/faults/elsewhere").statusCode()).isEqualTo(404);
    }

    @Test
    void aThrottledSenderIsToldWhenToComeAgain() throws Exception {
        sms.faults().set(FaultMode.THROTTLE);
        assertThat(post(sms.url() + "/messages", SMS).headers().firstValue("Retry-After"))
                .contains("1");
    }

    @Test
    void aDroppedConnectionHidesThatTheMessageWasAccepted() throws Exception {
        sms.faults().set(FaultMode.DROP_AFTER_ACCEPT);
        assertThatThrownBy(() -> post(sms.url() + "/messages", SMS)).isInstanceOf(IOException.class);
        // HttpClient itself repeats a request whose connection was cut; each of them was accepted.
        assertThat(sms.accepted("d-1")).isNotEmpty();
    }

    @Test
    void aHangingGatewayAnswersNeitherYesNorNo() {
        sms.faults().set(FaultMode.HANG);
        assertThatThrownBy(() -> post(sms.url() + "/messages", SMS)).isInstanceOf(HttpTimeoutException.class);
        assertThat(sms.accepted()).isEmpty();
    }

    @Test
    void aSlowGatewayAnswersInTheEnd() throws Exception {
        sms.faults().set(FaultMode.SLOW, 1);
        assertThatThrownBy(() -> post(sms.url() + "/messages", SMS)).isInstanceOf(HttpTimeoutException.class);
        assertThat(sms.accepted("d-1")).hasSize(1);
    }

    @Test
    void badRequestsAreRefused() throws Exception {
        assertThat(post(sms.url() + "/messages", "{").statusCode()).isEqualTo(400);
        assertThat(post(sms.url() + "/messages", "[]").statusCode()).isEqualTo(400);
        assertThat(post(sms.url() + "/messages", "{}").statusCode()).isEqualTo(422);
        assertThat(post(sms.url() + "/messages", "\"" + "x".repeat(70_000) + "\"")
                        .statusCode())
                .isEqualTo(413);
        assertThat(post(sms.url() + "/elsewhere", SMS).statusCode()).isEqualTo(404);
        assertThat(fault("NO_SUCH_MODE", 1).statusCode()).isEqualTo(422);
        assertThat(fault("NONE", -1).statusCode()).isEqualTo(422);
    }

    @Test
    void theLedgerSurvivesTheGateway() throws Exception {
        post(sms.url() + "/messages", SMS);
        sms.close();
        sms = new SmsGateway(directory, 0, Clock.systemUTC());
        assertThat(sms.accepted("d-1")).hasSize(1);
    }

    private HttpResponse<String> fault(String mode, long times) throws Exception {
        return send(request(sms.url() + "/faults")
                .PUT(BodyPublishers.ofString("{\"mode\":\"" + mode + "\",\"times\":" + times + "}")));
    }

    private HttpResponse<String> post(String url, String body) throws Exception {
        return send(request(url).POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String url) throws Exception {
        return send(request(url).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(1));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return SimulatorServer.JSON.readTree(response.body());
    }
}
