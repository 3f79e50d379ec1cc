package org.redress.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.launcher.Redress;
import org.redress.launcher.simulator.FaultMode;

/** Micro-claims on orders that the platform says are paid and not delivered are settled by its rule, each once (R55). */
class FastLaneST {
    private static final String PLATFORM = "kameng";
    private static final Duration SETTLED = Duration.ofMinutes(2);

    private final Redress redress = RunningSystem.redress();
    private final Client client = RunningSystem.client();
    private final String agent = client.token("agent", PLATFORM, "agent-fast");

    private record Claim(String id, String token) {}

    @AfterEach
    void thePlatformBehaves() {
        redress.platform().orderFaults().set(FaultMode.NONE);
    }

    @Test
    void everyClaimIsSettledOnceThoughServicesAreKilledAndThePlatformFails() {
        List<Claim> claims = new ArrayList<>();
        redress.platform().orderFaults().set(FaultMode.HANG, 6);
        for (int i = 0; i < 12; i++) {
            claims.add(filed("UNDELIVERED-9.90-" + UUID.randomUUID()));
            if (i == 4) {
                redress.service("intake").crash();
                redress.service("intake").awaitReady();
                redress.platform().orderFaults().set(FaultMode.LIE, 3);
            } else if (i == 8) {
                redress.service("triage").crash();
                redress.platform().orderFaults().set(FaultMode.FLOOD, 2);
            }
        }
        redress.service("intake").crash();
        redress.service("intake").awaitReady();
        redress.service("triage").awaitReady();
        await().atMost(SETTLED)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(claims)
                        .allSatisfy(claim -> assertThat(status(claim)).isEqualTo("DECIDED")));
        for (Claim claim : claims) {
            JsonNode record = client.get("/api/v1/complaints/" + claim.id + "/case", agent)
                    .body();
            assertThat(record.path("decisions")).hasSize(1);
            assertThat(record.path("remedies")).hasSize(1);
            assertThat(record.path("remedies").get(0).path("amount").asText()).isEqualTo("9.90");
            assertThat(client.get("/api/v1/complaints/" + claim.id + "/timeline", claim.token)
                            .body()
                            .path("items")
                            .findValuesAsText("kind"))
                    .containsOnlyOnce("ORDER_HELD", "DECISION_ISSUED");
        }
    }

    @Test
    void whatThePlatformDeliveredIsLeftToPeople() {
        Claim delivered = filed("DELIVERED-9.90-" + UUID.randomUUID());
        Claim unknown = filed("UNKNOWN-" + UUID.randomUUID());
        await().atMost(SETTLED).untilAsserted(() -> {
            assertThat(status(delivered)).isEqualTo("TRIAGED");
            assertThat(status(unknown)).isEqualTo("TRIAGED");
            assertThat(order(delivered)).isEqualTo("HELD");
            assertThat(order(unknown)).isEqualTo("NOT_FOUND");
        });
        assertThat(status(delivered)).isEqualTo("TRIAGED");
    }

    private Claim filed(String orderNo) {
        String me = "u-" + UUID.randomUUID();
        ObjectNode body = Client.complaint(PLATFORM, me, "充值9.9元，付款成功，一直没有到账")
                .put("orderNo", orderNo)
                .put("amount", "9.90")
                .put("category", "NOT_DELIVERED");
        ((ArrayNode) body.path("demands")).removeAll().addObject().put("type", "REFUND");
        String token = client.token("complainant", PLATFORM, me);
        String key = UUID.randomUUID().toString();
        List<String> ids = new ArrayList<>();
        await().atMost(SETTLED).untilAsserted(() -> {
            Client.Answer answer = client.post("/api/v1/complaints", token, body, key);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
            ids.add(answer.text("id"));
        });
        return new Claim(ids.get(0), token);
    }

    private String status(Claim claim) {
        return client.get("/api/v1/complaints/" + claim.id, claim.token).text("status");
    }

    private String order(Claim claim) {
        return client.get("/api/v1/complaints/" + claim.id + "/order", claim.token)
                .text("state");
    }
}
