package org.redress.intake.casework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.redress.intake.lifecycle.Part;
import org.redress.intake.lifecycle.Waiting;

/**
 * Parts of a case as stored documents, by kind. The kinds' names and the documents' fields are kept by rows that are
 * there for years: fields are added as optional ones, never renamed.
 */
@ApplicationScoped
class PartCodec {
    private static final Map<String, Class<? extends Part>> CLASSES = Map.ofEntries(
            Map.entry("EVIDENCE", Part.Evidence.class),
            Map.entry("MATERIALS_REQUEST", Waiting.MaterialsRequest.class),
            Map.entry("MERCHANT_QUESTION", Waiting.MerchantQuestion.class),
            Map.entry("COMMITMENT", Waiting.Commitment.class),
            Map.entry("URGING", Part.Urging.class),
            Map.entry("DECISION", Part.Decision.class),
            Map.entry("OFFER", Part.Offer.class),
            Map.entry("REMEDY", Part.Remedy.class),
            Map.entry("APPEAL", Part.Appeal.class),
            Map.entry("REFERRAL", Waiting.Referral.class),
            Map.entry("REOPENING", Part.Reopening.class),
            Map.entry("RATING", Part.Rating.class));

    private static final Map<Class<?>, String> KINDS = CLASSES.entrySet().stream()
            .flatMap(entry -> Stream.of(entry))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private final ObjectMapper json;

    PartCodec(ObjectMapper json) {
        this.json = json;
    }

    /** The stored name of a part's kind. */
    String kind(Part part) {
        String kind = KINDS.get(part.getClass());
        if (kind == null) {
            throw new IllegalStateException("no stored name for " + part.getClass());
        }
        return kind;
    }

    String document(Part part) {
        try {
            return json.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Part part(String kind, String document) {
        Class<? extends Part> type = CLASSES.get(kind);
        if (type == null) {
            throw new IllegalStateException("a part of the unknown kind " + kind);
        }
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .readValue(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
