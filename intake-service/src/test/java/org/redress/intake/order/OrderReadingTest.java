package org.redress.intake.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReadingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void anOrderIsReadAndComesBackFromItsCanonicalForm() throws Exception {
        OrderFacts facts = OrderReading.facts(order(), "Q-1", "u-1").orElseThrow();
        assertThat(facts.state()).isEqualTo(OrderState.PAID);
        assertThat(facts.amount().text()).isEqualTo("9.90");
        assertThat(facts.paidAt()).isEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(facts.paidNotDelivered()).isTrue();
        String canonical = OrderCodec.canonical(facts);
        assertThat(canonical)
                .isEqualTo("{\"amount\":\"9.90\",\"currency\":\"CNY\",\"merchantId\":\"m-7\",\"orderNo\":\"Q-1\","
                        + "\"paidAt\":\"2026-11-20T00:00:00Z\",\"product\":\"p-9\",\"state\":\"PAID\"}");
        assertThat(OrderCodec.facts(canonical)).isEqualTo(facts);
        assertThat(OrderCodec.sha256("")).startsWith("e3b0c44298fc1c14");
    }

    @Test
    void aStateOfALaterVersionIsReadAsOther() throws Exception {
        assertThat(OrderReading.facts(order().put("state", "IN_REVIEW"), "Q-1", "u-1")
                        .orElseThrow()
                        .state())
                .isEqualTo(OrderState.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "orderNo, '\"Q-2\"'",
        "orderNo, 1",
        "orderNo, null",
        "account, '\"u-2\"'",
        "account, null",
        "state, null",
        "state, 7",
        "amount, '\"-1.00\"'",
        "amount, '\"0.00\"'",
        "amount, '\"1.001\"'",
        "amount, '\"1e3\"'",
        "amount, 9.9",
        "amount, null",
        "currency, '\"XXX\"'",
        "currency, '\"cny\"'",
        "currency, null",
        "paidAt, '\"yesterday\"'",
        "paidAt, '\"1970-01-01T00:00:00Z\"'",
        "paidAt, '\"2026-11-20T08:00:00\"'",
        "paidAt, 1763625600",
        "deliveredAt, '\"9999-01-01T00:00:00Z\"'",
        "merchantId, '\"a\\u0000b\"'",
        "merchantId, '{\"id\": 1}'",
        "product, '\"\"'"
    })
    void oneThingThatCannotBeMakesItUnbelievable(String field, String value) throws Exception {
        ObjectNode order = order();
        order.set(field, JSON.readTree(value));
        assertThat(OrderReading.facts(order, "Q-1", "u-1")).isEmpty();
    }

    private static ObjectNode order() throws Exception {
        return (ObjectNode) JSON.readTree("""
                {"orderNo": "Q-1", "account": "u-1", "state": "PAID", "amount": "9.9", "currency": "CNY", "product": "p-9",
                 "merchantId": "m-7", "paidAt": "2026-11-20T08:00:00+08:00", "extra": {"left": "aside"}}""");
    }
}
