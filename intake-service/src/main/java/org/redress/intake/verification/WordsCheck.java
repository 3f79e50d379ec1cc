package org.redress.intake.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.redress.intake.casework.SaidWords;
import org.redress.intake.chain.ChainedEntry;
import org.redress.intake.chain.Digest;
import org.redress.intake.chain.Flaw;

/** Compares what was said with the hashes that the timeline has of it. */
@ApplicationScoped
class WordsCheck {
    private final SaidWords said;
    private final ObjectMapper json;

    WordsCheck(SaidWords said, ObjectMapper json) {
        this.said = said;
        this.json = json;
    }

    /** The first entry whose words are gone or others. Entries are read before the words are: words are never taken away. */
    Optional<Flaw> check(UUID complaintId, List<ChainedEntry> entries) {
        Set<Digest> there = said.of(complaintId);
        return entries.stream()
                .filter(entry -> !hash(entry).isEmpty() && !there.contains(new Digest(hash(entry))))
                .findFirst()
                .map(entry -> Flaw.words(entry.position()));
    }

    private String hash(ChainedEntry entry) {
        try {
            return json.readTree(entry.content().data()).path("words").asText("");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
