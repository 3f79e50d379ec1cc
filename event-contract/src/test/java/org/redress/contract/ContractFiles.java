package org.redress.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.redress.contract.catalogue.Producer;

/** The documents of the contract as they lie in the source tree. */
final class ContractFiles {
    static final Path ROOT = Path.of("src/main/resources/org/redress/contract");
    static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ContractFiles() {}

    /** A type of the catalogue. */
    record EventType(Producer producer, String wireName, Class<? extends ContractEvent> record) {

        /** The name without prefix and version, as directories and schemas use it. */
        String shortName() {
            return wireName.replaceFirst("^org\\.redress\\.", "").replaceFirst("\\.v1$", "");
        }

        Path schema() {
            return ROOT.resolve("schema").resolve(shortName() + ".v1.json");
        }

        List<Path> samples() {
            return list(ROOT.resolve("samples").resolve(shortName()).resolve("v1"));
        }

        ContractEvent read(byte[] data) {
            return EventData.read(record, wireName, data);
        }

        @Override
        public String toString() {
            return wireName;
        }
    }

    static Stream<EventType> types() {
        return Arrays.stream(Producer.values())
                .flatMap(producer -> producer.types().entrySet().stream()
                        .map(entry -> new EventType(producer, entry.getKey(), entry.getValue())));
    }

    static Schema schema(Path file) {
        return SCHEMAS.getSchema(text(file), InputFormat.JSON);
    }

    static Schema metaSchema() {
        return SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    }

    /** Formats are assertions here: a UUID or an instant that is none does not fit. */
    static List<Error> faults(Schema schema, JsonNode data) {
        return schema.validate(
                data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
