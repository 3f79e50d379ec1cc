package org.redress.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole house against its rules, and each rule against a violation planted in this module's test classes. */
class ArchitectureTest {
    private static final List<String> MODULES = List.of(
            "event-contract",
            "deadline-engine",
            "messaging-kit",
            "service-kit",
            "intake-service",
            "triage-service",
            "sla-service",
            "notification-service",
            "console");

    private static JavaClasses house;
    private static JavaClasses planted;

    @BeforeAll
    static void readTheHouse() {
        var folders = MODULES.stream()
                .map(module -> Path.of("..", module, "target", "classes"))
                .toList();
        assertThat(folders).allMatch(Files::isDirectory, "is built");
        house = new ClassFileImporter().importPaths(folders);
        planted = new ClassFileImporter()
                .withImportOption(location -> location.contains("/planted/"))
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("org.redress");
    }

    static Stream<Arguments> rules() {
        return named(Stream.concat(
                rulesOfTheWholeHouse(), HouseRules.SERVICES.stream().flatMap(ArchitectureTest::rulesOfAService)));
    }

    /** What holds for every service is planted in one of them. */
    static Stream<Arguments> plantedRules() {
        return named(Stream.concat(rulesOfTheWholeHouse(), rulesOfAService("intake")));
    }

    private static Stream<ArchRule> rulesOfTheWholeHouse() {
        return Stream.of(
                HouseRules.domainIsPlainJava(),
                HouseRules.timeIsAParameter(),
                HouseRules.everyResourceMethodSaysWhoMayCallIt(),
                HouseRules.dependenciesComeByConstructor(),
                HouseRules.namesSayWhatAThingIs(),
                HouseRules.theContractIsDataOnly(),
                HouseRules.theMessagingKitKnowsNoComplaints());
    }

    private static Stream<ArchRule> rulesOfAService(String service) {
        return Stream.of(
                HouseRules.servicesDoNotKnowEachOther(service),
                HouseRules.foreignEventsStopAtTheEdge(service),
                HouseRules.featuresHaveNoCycles(service));
    }

    private static Stream<Arguments> named(Stream<ArchRule> rules) {
        return rules.map(rule -> Arguments.of(rule.getDescription(), rule));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theHouseKeepsIt(String description, ArchRule rule) {
        rule.check(house);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantedRules")
    void aPlantedViolationIsFound(String description, ArchRule rule) {
        assertThatThrownBy(() -> rule.check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted");
    }
}
