package org.redress.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.contract.ContractFiles.EventType;

class CatalogueTest {
    private static final String DOCUMENT = ContractFiles.text(ContractFiles.ROOT.resolve("asyncapi.yaml"));
    private static final String PAGE = ContractFiles.text(Path.of("../docs/events.md"));

    static List<EventType> types() {
        return ContractFiles.types().toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasSchemaSamplesMessageAndAPlaceInTheCatalogue(EventType type) {
        assertThat(type.schema()).exists();
        assertThat(type.samples())
                .extracting(path -> path.getFileName().toString())
                .contains("full.json", "minimal.json", "unknown-fields.json");
        assertThat(DOCUMENT)
                .contains("      name: " + type.wireName() + "\n", "$ref: ./schema/" + type.shortName() + ".v1.json\n");
        assertThat(PAGE)
                .contains("### " + type.record().getSimpleName() + "\n`" + type.wireName() + "`")
                .contains("## `" + type.producer().topic() + "`");
    }

    @Test
    void everySchemaAndSampleBelongsToAType() {
        List<String> names = types().stream().map(EventType::shortName).sorted().toList();

        assertThat(ContractFiles.list(ContractFiles.ROOT.resolve("samples")))
                .extracting(path -> path.getFileName().toString())
                .isEqualTo(names);
        assertThat(ContractFiles.list(ContractFiles.ROOT.resolve("schema")))
                .extracting(path -> path.getFileName().toString().replace(".v1.json", ""))
                .containsAll(names)
                .hasSize(names.size() + 1)
                .contains("envelope");
    }

    @Test
    void theCataloguePageNamesEveryFieldOfEveryType() {
        assertThat(types()).allSatisfy(type -> {
            String section = PAGE.substring(PAGE.indexOf("### " + type.record().getSimpleName() + "\n"));
            for (var component : type.record().getRecordComponents()) {
                assertThat(section.split("\n##", 2)[0]).contains("| `" + component.getName() + "` |");
            }
        });
    }
}
