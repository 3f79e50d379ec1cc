package org.redress.launcher.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
    @TempDir
    Path directory;

    @Test
    void entriesSurvive() throws Exception {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(entry("a", "您好"));
            ledger.add(entry("b", "line\nbreak"));
            ledger.add(entry("a", "again"));
        }
        try (Ledger ledger = Ledger.open(file())) {
            assertThat(ledger.all()).extracting(LedgerTest::text).containsExactly("您好", "line\nbreak", "again");
            assertThat(ledger.where("outId", "a")).extracting(LedgerTest::text).containsExactly("您好", "again");
            assertThat(ledger.where("outId", "c")).isEmpty();
        }
    }

    @Test
    void aLineTornByACrashIsCutOffAndTheNextOneIsWhole() throws Exception {
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(entry("a", "whole"));
        }
        Files.writeString(file(), "{\"outId\":\"b\",\"te", StandardOpenOption.APPEND);
        try (Ledger ledger = Ledger.open(file())) {
            ledger.add(entry("c", "after"));
        }
        try (Ledger ledger = Ledger.open(file())) {
            assertThat(ledger.all()).extracting(LedgerTest::text).containsExactly("whole", "after");
        }
    }

    private Path file() {
        return directory.resolve("ledger.jsonl");
    }

    private static ObjectNode entry(String outId, String text) {
        return SimulatorServer.JSON.createObjectNode().put("outId", outId).put("text", text);
    }

    private static String text(JsonNode entry) {
        return entry.path("text").asText();
    }
}
