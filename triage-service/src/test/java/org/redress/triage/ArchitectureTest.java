package org.redress.triage;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of this service; each rule is seen failing on what is planted in {@code planted}. */
class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.redress.triage");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.redress.triage.planted");

    private static final ArchRule JUDGING_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage("..judgement..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.redress.triage.judgement..", "java..", "org.jspecify..", "org.ahocorasick..")
            .because("a judgement must be repeatable without a framework, a database or an event");

    private static final ArchRule CONTRACTS_STAY_AT_THE_EDGES = noClasses()
            .that()
            .resideOutsideOfPackages("..triage.inbound..", "..triage.outbound..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.redress.contract..")
            .because("no foreign type reaches the inside: translate in inbound or outbound");

    private static final ArchRule NOBODY_READS_THE_WALL_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("due times are the database's, everything else gets a Clock");

    private static final ArchRule EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT = methods()
            .that(describe("are called over HTTP", ArchitectureTest::isCalledOverHttp))
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .because("what says nothing is denied");

    static Stream<ArchRule> rules() {
        return Stream.of(
                JUDGING_IS_PLAIN_JAVA,
                CONTRACTS_STAY_AT_THE_EDGES,
                NOBODY_READS_THE_WALL_CLOCK,
                EVERY_RESOURCE_METHOD_SAYS_WHO_MAY_CALL_IT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeepsTheRule(ArchRule rule) {
        rule.check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRuleSeesWhatIsPlanted(ArchRule rule) {
        assertThat(rule.evaluate(PLANTED).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        slices().matching("org.redress.triage.(*)..").should().beFreeOfCycles().check(HOUSE);
        assertThat(slices().matching("org.redress.triage.planted.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .evaluate(PLANTED)
                        .hasViolation())
                .isTrue();
    }

    private static boolean isCalledOverHttp(JavaMethod method) {
        return method.getOwner().isAnnotatedWith(Path.class) && method.isMetaAnnotatedWith(HttpMethod.class);
    }
}
