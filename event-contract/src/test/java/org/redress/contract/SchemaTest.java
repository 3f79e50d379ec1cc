package org.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.contract.ContractFiles.EventType;

/** Record, schema and samples say the same: what one accepts the others accept, what one refuses the others refuse. */
class SchemaTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Values that fit few fields; each is put in the place of each field. */
    private static final List<JsonNode> STRANGE = List.of(
            NODES.textNode(""),
            NODES.textNode("x"),
            NODES.textNode("3"),
            NODES.textNode("-PT1S"),
            NODES.textNode("PT1S"),
            NODES.textNode("1-1-1-1-1"),
            NODES.textNode("2026-11-22"),
            NODES.textNode("2026-11-22T01:30:00"),
            NODES.textNode("2026-11-22T01:30:00+08:00"),
            NODES.textNode("cny"),
            NODES.textNode("1e3"),
            NODES.textNode("normal"),
            NODES.numberNode(-1),
            NODES.numberNode(0),
            NODES.numberNode(7),
            NODES.numberNode(0.5),
            NODES.numberNode(1L << 40),
            NODES.booleanNode(true),
            NODES.arrayNode(),
            NODES.arrayNode().add("x"),
            NODES.arrayNode().add(NODES.objectNode()),
            NODES.objectNode());

    static List<EventType> types() {
        return ContractFiles.types().toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySampleFitsItsSchemaAndItsRecord(EventType type) {
        Schema schema = ContractFiles.schema(type.schema());
        for (Path sample : type.samples()) {
            JsonNode json = ContractFiles.json(sample);

            assertThat(ContractFiles.faults(schema, json)).as(sample.toString()).isEmpty();
            ContractEvent event = type.read(ContractFiles.bytes(json));
            assertThat(event.type()).isEqualTo(type.wireName());
            assertThat(type.read(event.data())).as("written and read again").isEqualTo(event);
            assertThat(ContractFiles.faults(schema, written(event)))
                    .as("written")
                    .isEmpty();
        }
    }

    /** Would fail when a field of a released sample is no longer read or no longer written. */
    @ParameterizedTest
    @MethodSource("types")
    void everyFieldOfASampleSurvivesReadingAndWriting(EventType type) {
        for (Path sample : type.samples()) {
            JsonNode json = ContractFiles.json(sample);
            if (!sample.endsWith("unknown-fields.json")) {
                assertThat(sameInstants(written(type.read(ContractFiles.bytes(json)))))
                        .as(sample.toString())
                        .isEqualTo(sameInstants(json));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaAndRecordRefuseTheSameData(EventType type) {
        Schema schema = ContractFiles.schema(type.schema());
        JsonNode full = ContractFiles.json(type.samples().get(0));
        int refused = 0;
        for (String pointer : pointers(full, "")) {
            refused += compare(type, schema, full, pointer, null);
            for (JsonNode strange : STRANGE) {
                refused += compare(type, schema, full, pointer, strange);
            }
        }
        assertThat(refused).as("refused variants").isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaNamesExactlyTheFieldsOfTheRecord(EventType type) {
        JsonNode schema = ContractFiles.json(type.schema());
        List<String> properties = new ArrayList<>();
        schema.get("properties").fieldNames().forEachRemaining(properties::add);
        List<String> required = new ArrayList<>();
        schema.get("required").forEach(name -> required.add(name.textValue()));
        List<String> components = new ArrayList<>();
        List<String> needed = new ArrayList<>();
        for (var component : type.record().getRecordComponents()) {
            components.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                needed.add(component.getName());
            }
        }

        assertThat(properties).isEqualTo(components);
        assertThat(required).isEqualTo(needed);
        assertThat(schema.path("additionalProperties").asBoolean(true)).isTrue();
        assertThat(schema.get("$id").textValue()).isEqualTo("urn:redress:schema:" + type.shortName() + ":v1");
    }

    @Test
    void theSchemasAreValidAgainstTheirMetaSchema() {
        assertThat(ContractFiles.list(ContractFiles.ROOT.resolve("schema")))
                .allSatisfy(
                        file -> assertThat(ContractFiles.faults(ContractFiles.metaSchema(), ContractFiles.json(file)))
                                .isEmpty());
    }

    @Test
    void theEnvelopeTakesAnEventAsTheServicesSendIt() {
        Schema envelope = ContractFiles.schema(ContractFiles.ROOT.resolve("schema/envelope.v1.json"));
        ObjectNode headers = NODES.objectNode();
        Map.of(
                        "content-type", "application/json",
                        "ce_specversion", "1.0",
                        "ce_id", "019aa8f2-5c00-7000-8000-0000000000e1",
                        "ce_source", "/redress/intake",
                        "ce_type", "org.redress.complaint-filed.v1",
                        "ce_subject", "019aa8f2-5c00-7000-8000-0000000000c1",
                        "ce_time", "2026-11-22T01:30:00Z",
                        "ce_platform", "qihui",
                        "ce_sequence", "1")
                .forEach(headers::put);

        assertThat(ContractFiles.faults(envelope, headers)).isEmpty();
        headers.put("ce_type", "ComplaintFiled").put("ce_sequence", "first").remove("ce_id");
        assertThat(ContractFiles.faults(envelope, headers)).hasSize(3);
    }

    /** Returns 1 when both refuse, 0 when both accept. */
    private static int compare(EventType type, Schema schema, JsonNode full, String pointer, @Nullable JsonNode value) {
        JsonNode changed = changed(full, pointer, value);
        var faults = ContractFiles.faults(schema, changed);
        var thrown = catchThrowableOfType(UnreadableDataException.class, () -> type.read(ContractFiles.bytes(changed)));
        String what = type + " " + pointer + " = " + value + ", schema: " + faults;
        if (faults.isEmpty()) {
            assertThat(thrown).as(what).isNull();
            return 0;
        }
        assertThat(thrown).as(what).isNotNull();
        assertThat(thrown.pointer()).as(what).startsWith(pointer);
        return 1;
    }

    private static JsonNode changed(JsonNode full, String pointer, @Nullable JsonNode value) {
        JsonNode copy = full.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), value == null ? NODES.numberNode(5) : value);
        } else if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return copy;
    }

    /** All fields and elements, but not what lies inside a policy: that document is not the contract's. */
    private static List<String> pointers(JsonNode node, String at) {
        List<String> all = new ArrayList<>();
        node.properties().forEach(field -> add(all, field.getValue(), at + "/" + field.getKey()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            add(all, node.get(i), at + "/" + i);
        }
        return all;
    }

    private static void add(List<String> all, JsonNode node, String pointer) {
        all.add(pointer);
        if (!pointer.equals("/policy")) {
            all.addAll(pointers(node, pointer));
        }
    }

    private static JsonNode written(ContractEvent event) {
        try {
            return ContractFiles.JSON.readTree(event.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An instant keeps its moment, not the offset and the number of digits it was written with. */
    private static JsonNode sameInstants(JsonNode json) {
        ObjectNode same = json.deepCopy();
        json.properties().forEach(field -> {
            if (field.getKey().matches(".*At|activeFrom")) {
                OffsetDateTime moment = OffsetDateTime.parse(field.getValue().textValue());
                same.put(field.getKey(), moment.toInstant().toString());
            }
        });
        return same;
    }
}
