package org.redress.intake.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceRowTest {
    private static final EvidenceRow ROW = new EvidenceRow(
            "e-1",
            2,
            "CHAT",
            "image/png",
            10,
            "ab",
            "cd",
            Instant.parse("2026-01-01T00:00:00.123457Z"),
            "complainant:u-1",
            true);
    private static final String ENTRY = """
            {"evidenceId": "e-1", "version": 2, "kind": "CHAT", "mediaType": "image/png", "size": 10, "sha256": "ab",
             "copySha256": "cd", "occurredAt": "2026-01-01T00:00:00.123456789Z"}""";

    @Test
    void whatTheEntrySaysIsTheSame() throws JsonProcessingException {
        assertThat(ROW.isNamedBy(entry())).isTrue();
        assertThat(ROW.saysTheSame(entry(), "complainant:u-1")).isTrue();
    }

    @Test
    void anEntryFromBeforeCopiesWereNamedSaysNothingOfThem() throws JsonProcessingException {
        Map<String, Object> old = entry();
        old.remove("copySha256");
        assertThat(ROW.saysTheSame(old, "complainant:u-1")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "kind, OTHER",
        "mediaType, image/gif",
        "size, 11",
        "sha256, ac",
        "copySha256, ce",
        "occurredAt, 2026-01-01T00:00:00.124Z",
        "occurredAt, soon",
        "occurredAt,"
    })
    void whatIsAnotherIsSeen(String name, @Nullable String value) throws JsonProcessingException {
        Map<String, Object> changed = entry();
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        assertThat(ROW.saysTheSame(changed, "complainant:u-1")).isFalse();
    }

    @Test
    void whoAddedItCounts() throws JsonProcessingException {
        Map<String, Object> entry = entry();
        assertThat(ROW.saysTheSame(entry, "complainant:u-2")).isFalse();
    }

    private static Map<String, Object> entry() throws JsonProcessingException {
        return new ObjectMapper().readValue(ENTRY, new TypeReference<Map<String, Object>>() {});
    }
}
