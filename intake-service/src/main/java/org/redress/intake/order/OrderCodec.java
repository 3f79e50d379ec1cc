package org.redress.intake.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.redress.intake.complaint.Money;

/**
 * Orders as stored documents. The canonical form is JSON in UTF-8 with the fields in the order of their names, without
 * blanks, absent ones left out, amounts with their currency's decimals and times in UTC: what its hash is taken of. Thread-safe.
 */
final class OrderCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OrderCodec() {}

    /** The canonical form. */
    static String canonical(OrderFacts facts) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("orderNo", facts.orderNo());
        fields.put("state", facts.state().name());
        fields.put("amount", facts.amount().text());
        fields.put("currency", facts.amount().currency().getCurrencyCode());
        put(fields, "product", facts.product());
        put(fields, "merchantId", facts.merchantId());
        put(fields, "paidAt", facts.paidAt());
        put(fields, "deliveredAt", facts.deliveredAt());
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The hash of a canonical form. */
    static String sha256(String canonical) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Facts that were stored. */
    static OrderFacts facts(String document) {
        try {
            JsonNode node = JSON.readTree(document);
            return new OrderFacts(
                    node.path("orderNo").asText(),
                    OrderState.valueOf(node.path("state").asText()),
                    new Money(
                            new BigDecimal(node.path("amount").asText()),
                            Currency.getInstance(node.path("currency").asText())),
                    node.path("product").textValue(),
                    node.path("merchantId").textValue(),
                    time(node.path("paidAt").textValue()),
                    time(node.path("deliveredAt").textValue()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
