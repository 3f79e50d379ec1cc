package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.launcher.Redress;
import org.redress.launcher.RunningPart;
import org.redress.launcher.simulator.FaultMode;

/** Remedies through a whole system: the platform misbehaves, intake is killed, and each is carried out exactly once (I4). */
class RemedyST {
    private static final String PLATFORM = "qihui";
    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Duration DRAINED = Duration.ofMinutes(2);

    /** What goes wrong while intake is killed; each leaves orders of which nobody knows how they ended. */
    private static final List<FaultMode> UNCLEAR = List.of(
            FaultMode.NONE,
            FaultMode.ERROR_AFTER,
            FaultMode.DROP_AFTER_ACCEPT,
            FaultMode.GARBAGE,
            FaultMode.SLOW,
            FaultMode.HANG);

    private final Redress redress = RunningSystem.redress();
    private final Client client = RunningSystem.client();

    /** A remedy that was ordered, and how much. */
    private record Ordered(String complaint, String id, String amount) {}

    @AfterEach
    void platformIsGoodAgain() {
        redress.platform().faults().set(FaultMode.NONE);
    }

    /** Two instances work on the orders; the one that takes the commands is killed again and again. */
    @Test
    void whatIsOrderedWhileIntakeIsKilledIsCarriedOutOnce() {
        RunningPart other = redress.service(RunningSystem.FURTHER_INTAKE);
        other.start();
        try {
            orderedAmongFaultsAndCarriedOut();
            assertThat(delivered())
                    .as("orders that the other instance delivered")
                    .isPositive();
        } finally {
            other.stop();
        }
    }

    private void orderedAmongFaultsAndCarriedOut() {
        List<String> complaints = Stream.of("DELIVERED-100.00-", "LATER-100.00-", "DELIVERED-50.00-")
                .map(this::triaged)
                .toList();
        List<Ordered> ordered = new ArrayList<>();
        int amount = 1;
        for (FaultMode mode : UNCLEAR) {
            redress.platform().faults().set(mode, 4);
            for (String complaint : complaints) {
                for (int i = 0; i < 2; i++) {
                    ordered.add(order(complaint, amount++ + ".50"));
                }
            }
            redress.service("intake").restart();
        }
        redress.platform().faults().set(FaultMode.NONE);
        await().atMost(DRAINED)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(ordered)
                        .allSatisfy(one ->
                                assertThat(remedy(one).path("state").asText()).isEqualTo("EXECUTED")));
        Map<String, List<JsonNode>> carriedOut = redress.platform().remedies().stream()
                .filter(entry -> entry.path("did").asText().equals("EXECUTED"))
                .collect(Collectors.groupingBy(
                        entry -> entry.path("remedyOrderId").asText()));
        assertThat(ordered).hasSize(36).allSatisfy(one -> {
            assertThat(carriedOut.get(one.id()))
                    .as("carried out")
                    .singleElement()
                    .satisfies(
                            entry -> assertThat(entry.path("amount").asText()).isEqualTo(one.amount()));
            assertThat(remedy(one).at("/proof/receiptSha256").asText())
                    .isEqualTo(carriedOut
                            .get(one.id())
                            .get(0)
                            .path("receiptSha256")
                            .asText());
        });
    }

    @Test
    void aPlatformThatNeverCarriesItOutMakesItOverdueAndTheCaseGoesOn() {
        String complaint = triaged("NEVER-100.00-");
        done(
                complaint,
                "decisions",
                Client.JSON
                        .createObjectNode()
                        .put("outcome", "SUPPORTED")
                        .put("reason", "paid, not delivered")
                        .<ObjectNode>set("basis", Client.JSON.createArrayNode().add("R1"))
                        .set(
                                "remedies",
                                Client.JSON.createArrayNode().add(compensation("9.90", Duration.ofSeconds(3)))));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                ledger(complaint).at("/remedies/0/overdue").asBoolean())
                        .isTrue());
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(read(complaint, "").path("status").asText()).isEqualTo("TRIAGED"));
        assertThat(ledger(complaint).at("/remedies/0/order/state").asText()).isEqualTo("ACCEPTED");
        String remedy = ledger(complaint).at("/remedies/0/id").asText();
        done(
                complaint,
                "remedies/" + remedy + "/cancellation",
                Client.JSON.createObjectNode().put("reason", "too late"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                ledger(complaint).at("/remedies/0/state").asText())
                        .isEqualTo("CANCELLED"));
    }

    private String triaged(String order) {
        String me = "u-" + UUID.randomUUID();
        var filed = client.post(
                "/api/v1/complaints",
                client.token("complainant", PLATFORM, me),
                Client.complaint(PLATFORM, me, "I paid for a game card an hour ago and never got the code")
                        .put("orderNo", order + me.substring(2, 10)));
        assertThat(filed.status()).isEqualTo(201);
        String id = filed.text("id");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(read(id, "").path("status").asText()).isEqualTo("TRIAGED"));
        return id;
    }

    private Ordered order(String complaint, String amount) {
        return new Ordered(complaint, done(complaint, "remedies", compensation(amount, Duration.ofDays(1))), amount);
    }

    private static ObjectNode compensation(String amount, Duration due) {
        return Client.JSON
                .createObjectNode()
                .put("type", "COMPENSATE")
                .put("amount", amount)
                .put("currency", "CNY")
                .put("dueAt", Instant.now().plus(due).toString());
    }

    private String done(String complaint, String path, JsonNode body) {
        String address = "/api/v1/complaints/" + complaint + "/" + path;
        var answer = client.post(address, client.token("agent", PLATFORM, "agent-remedy"), body);
        assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(201);
        return answer.text("id");
    }

    private static double delivered() {
        return RunningSystem.metricsOf(RunningSystem.FURTHER_INTAKE)
                .lines()
                .filter(line -> line.startsWith("redress_intake_remedy_orders_total{") && line.contains("\"executed\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private JsonNode remedy(Ordered one) {
        for (JsonNode remedy : ledger(one.complaint()).path("remedies")) {
            if (remedy.path("id").asText().equals(one.id())) {
                return remedy;
            }
        }
        throw new AssertionError("no remedy " + one.id());
    }

    private JsonNode ledger(String complaint) {
        return read(complaint, "/remedies");
    }

    private JsonNode read(String complaint, String part) {
        return client.get("/api/v1/complaints/" + complaint + part, client.token("agent", PLATFORM, "agent-remedy"))
                .body();
    }
}
