package org.redress.intake.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.redress.intake.casework.SaidWords;
import org.redress.intake.chain.ChainedEntry;
import org.redress.intake.chain.Digest;
import org.redress.intake.chain.Flaw;
import org.redress.intake.chain.Words;

/** Compares what was said with the hashes that the timeline has of it. */
@ApplicationScoped
class WordsCheck {
    private final SaidWords said;
    private final ObjectMapper json;

    WordsCheck(SaidWords said, ObjectMapper json) {
        this.said = said;
        this.json = json;
    }

    /**
     * The first entry whose words are gone or others, or stand at another's place. Entries are read before the words are: what
     * is said in between only comes behind.
     */
    Optional<Flaw> check(UUID complaintId, List<ChainedEntry> entries) {
        Iterator<Digest> there = said.of(complaintId).iterator();
        return entries.stream()
                .filter(entry -> !hash(entry).isEmpty())
                .filter(entry -> !there.hasNext() || !there.next().hex().equals(hash(entry)))
                .findFirst()
                .map(entry -> Flaw.words(entry.position()));
    }

    private String hash(ChainedEntry entry) {
        try {
            return json.readTree(entry.content().data()).path(Words.FIELD).asText("");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
